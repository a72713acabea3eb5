import { gzipSync } from 'node:zlib';
import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { clientOf, headerOf, like, question, rejectionOf, simulated, some } from './simulated.ts';

const river = {
  name: 'look_up_river',
  input_schema: {
    type: 'object' as const,
    properties: { name: { type: 'string' }, unit: { enum: ['km', 'mi'] } },
    required: ['name', 'unit'],
    additionalProperties: false,
  },
};

async function answers(seed: number): Promise<unknown> {
  const { client } = await simulated({ seed });
  return (await client.messages.create(question)).content;
}

describe('messages', () => {
  test('create answers with text, usage, a request id and the headers of limits', async () => {
    const { client } = await simulated();
    const { data, response, request_id: requestId } = await client.messages.create(question).withResponse();
    expect(data).toMatchObject({
      type: 'message',
      role: 'assistant',
      model: 'claude-sonnet-5',
      stop_reason: 'end_turn',
    });
    expect(data.content[0]).toMatchObject({ type: 'text', text: like(/\w+\.$/) });
    expect(data.usage.input_tokens).toBeGreaterThan(0);
    expect(requestId).toMatch(/^req_011C\w{20}$/);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      server: 'cloudflare',
      'anthropic-organization-id': like(/^[0-9a-f-]{36}$/),
      'anthropic-ratelimit-requests-remaining': '9999',
      'anthropic-ratelimit-tokens-reset': like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    });
  });

  test('the same seed gives the same answers, another one others', async () => {
    expect(await answers(7)).toEqual(await answers(7));
    expect(await answers(7)).not.toEqual(await answers(8));
  });

  test('create with stream gives the events in order', async () => {
    const { client } = await simulated();
    const types: string[] = [];
    for await (const { type } of await client.messages.create({ ...question, stream: true })) types.push(type);
    expect(types.slice(0, 2)).toEqual(['message_start', 'content_block_start']);
    expect(types.slice(-3)).toEqual(['content_block_stop', 'message_delta', 'message_stop']);
  });

  test('stream adds up to the message that create gives', async () => {
    const { client } = await simulated({ texts: ['The Danube and the Wien.'] });
    const stream = client.messages.stream(question);
    let text = '';
    stream.on('text', (delta) => (text += delta));
    const message = await stream.finalMessage();
    expect(text).toBe('The Danube and the Wien.');
    expect(await stream.finalText()).toBe(text);
    expect(message.content).toEqual((await client.messages.create(question)).content);
  });

  test('a tool is called with input that fits its schema, and its result ends the round', async () => {
    const { client } = await simulated();
    const asked = await client.messages.create({ ...question, tools: [river] });
    const [call] = asked.content;
    expect(asked.stop_reason).toBe('tool_use');
    expect(call).toMatchObject({
      type: 'tool_use',
      name: 'look_up_river',
      input: { name: some(String), unit: like(/^(km|mi)$/) },
    });
    const told = await client.messages.create({
      ...question,
      tools: [river],
      messages: [
        ...question.messages,
        { role: 'assistant', content: asked.content },
        {
          role: 'user',
          content: [{ type: 'tool_result', tool_use_id: call?.type === 'tool_use' ? call.id : '', content: '2850 km' }],
        },
      ],
    });
    expect(told.stop_reason).toBe('end_turn');
  });

  test.each([
    ['any', { type: 'any' as const }, 'tool_use'],
    ['a named tool', { type: 'tool' as const, name: 'look_up_river' }, 'tool_use'],
    ['none', { type: 'none' as const }, 'end_turn'],
  ])('the tool choice %s is kept', async (_, toolChoice, reason) => {
    const { client } = await simulated();
    const model = 'claude-haiku-4-5';
    expect(
      (await client.messages.create({ ...question, model, tools: [river], tool_choice: toolChoice })).stop_reason,
    ).toBe(reason);
  });

  test('a structured output fits its schema', async () => {
    const { client } = await simulated();
    const schema = {
      type: 'object',
      properties: { name: { type: 'string' }, km: { type: 'integer' } },
      required: ['name', 'km'],
      additionalProperties: false,
    };
    const { content } = await client.messages.create({
      ...question,
      output_config: { format: { type: 'json_schema', schema } },
    });
    expect(JSON.parse(content[0]?.type === 'text' ? content[0].text : '')).toEqual({
      name: some(String),
      km: some(Number),
    });
  });

  test('max_tokens cuts the answer', async () => {
    const { client } = await simulated();
    const { stop_reason: reason, usage } = await client.messages.create({ ...question, max_tokens: 3 });
    expect([reason, usage.output_tokens]).toEqual(['max_tokens', 3]);
  });

  test('a stop sequence that the answer holds ends it, and stays outside', async () => {
    const { client } = await simulated({ texts: ['One, two, STOP three.'] });
    const message = await client.messages.create({ ...question, stop_sequences: ['STOP'] });
    expect(message).toMatchObject({
      stop_reason: 'stop_sequence',
      stop_sequence: 'STOP',
      content: [{ text: 'One, two, ' }],
    });
  });

  test('a thinking block comes back verified, and a changed one is refused', async () => {
    const { client } = await simulated();
    const thinking = { type: 'enabled' as const, budget_tokens: 1024 };
    const base = { ...question, model: 'claude-haiku-4-5', max_tokens: 4000, thinking };
    const { content } = await client.messages.create(base);
    expect(content.map(({ type }) => type)).toEqual(['thinking', 'text']);
    const goOn = (blocks: typeof content): Promise<unknown> =>
      client.messages.create({
        ...base,
        messages: [
          ...question.messages,
          { role: 'assistant', content: blocks },
          { role: 'user', content: 'And Linz?' },
        ],
      });
    await expect(goOn(content)).resolves.toMatchObject({ type: 'message' });
    const changed = content.map((block) =>
      block.type === 'thinking' ? { ...block, thinking: 'Something else.' } : block,
    );
    expect(String(await rejectionOf(goOn(changed)))).toContain('latest assistant message cannot be modified');
    const forged = content.map((block) => (block.type === 'thinking' ? { ...block, signature: 'forged' } : block));
    expect(String(await rejectionOf(goOn(forged)))).toContain('Invalid `signature` in `thinking` block');
  });

  test('a prefix is written to the cache once, read until it ends, and then written again', async () => {
    const { client, clock } = await simulated();
    const call = async (): Promise<readonly (number | null)[]> => {
      const { usage } = await client.messages.create({
        ...question,
        system: [{ type: 'text', text: 'The rivers of Austria. '.repeat(400), cache_control: { type: 'ephemeral' } }],
      });
      return [usage.cache_creation_input_tokens, usage.cache_read_input_tokens];
    };
    const [written] = await call();
    expect(written).toBeGreaterThan(1024);
    expect(await call()).toEqual([0, written]);
    clock.advance(6 * 60_000);
    expect(await call()).toEqual([written, 0]);
  });

  test('countTokens gives the input tokens that create reports', async () => {
    const { client } = await simulated();
    const { max_tokens: _, ...counted } = question;
    const { input_tokens: tokens } = await client.messages.countTokens(counted);
    expect((await client.messages.create(question)).usage.input_tokens).toBe(tokens);
  });

  test('a refused request is refused in the words of the API', async () => {
    const { client } = await simulated();
    const error = await rejectionOf(client.messages.create({ ...question, max_tokens: -1 }));
    expect(error).toBeInstanceOf(Anthropic.BadRequestError);
    expect(error).toMatchObject({
      status: 400,
      type: 'invalid_request_error',
      requestID: like(/^req_/),
    });
    expect(String(error)).toContain('max_tokens: ');
  });
});

describe('batches', () => {
  const requests = ['one', 'two'].map((id) => ({ custom_id: id, params: question }));

  test('create, retrieve, list, results and delete follow the life of a batch', async () => {
    const { client, clock } = await simulated();
    const batch = await client.messages.batches.create({ requests });
    expect(batch).toMatchObject({
      processing_status: 'in_progress',
      request_counts: { processing: 2 },
      results_url: null,
    });
    expect(await rejectionOf(client.messages.batches.delete(batch.id))).toBeInstanceOf(Anthropic.BadRequestError);
    clock.advance(60_000);
    const ended = await client.messages.batches.retrieve(batch.id);
    expect(ended).toMatchObject({ processing_status: 'ended', request_counts: { succeeded: 2, processing: 0 } });
    const results: unknown[] = [];
    for await (const line of await client.messages.batches.results(batch.id)) results.push(line);
    expect(results).toMatchObject([
      { custom_id: 'one', result: { type: 'succeeded', message: { type: 'message' } } },
      { custom_id: 'two', result: { type: 'succeeded' } },
    ]);
    const listed: string[] = [];
    for await (const { id } of client.messages.batches.list({ limit: 1 })) listed.push(id);
    expect(listed).toEqual([batch.id]);
    expect(await client.messages.batches.delete(batch.id)).toEqual({ id: batch.id, type: 'message_batch_deleted' });
    expect(await rejectionOf(client.messages.batches.retrieve(batch.id))).toBeInstanceOf(Anthropic.NotFoundError);
  });

  test('cancel ends a batch with canceled results', async () => {
    const { client, clock } = await simulated();
    const { id } = await client.messages.batches.create({ requests });
    expect(await client.messages.batches.cancel(id)).toMatchObject({ processing_status: 'canceling' });
    clock.advance(60_000);
    const types: string[] = [];
    for await (const { result } of await client.messages.batches.results(id)) types.push(result.type);
    expect(types).toEqual(['canceled', 'canceled']);
  });

  test('results that are not there yet are not found', async () => {
    const { simulator, client } = await simulated();
    const { id } = await client.messages.batches.create({ requests });
    const answer = await fetch(`${simulator.url}/v1/messages/batches/${id}/results`, {
      headers: { 'x-api-key': 'any', 'anthropic-version': '2023-06-01' },
    });
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('has no available results.');
  });

  test('a broken entry fails by itself, and says so in its result', async () => {
    const { client, clock } = await simulated();
    const broken = { custom_id: 'three', params: { ...question, max_tokens: -1 } };
    const { id } = await client.messages.batches.create({ requests: [...requests, broken] });
    clock.advance(60_000);
    expect((await client.messages.batches.retrieve(id)).request_counts).toMatchObject({ succeeded: 2, errored: 1 });
    const results: unknown[] = [];
    for await (const line of await client.messages.batches.results(id)) results.push(line);
    expect(results[2]).toMatchObject({
      custom_id: 'three',
      result: {
        type: 'errored',
        error: { type: 'error', error: { type: 'invalid_request_error', message: like(/^max_tokens: /) } },
      },
    });
  });

  test('a batch that names two entries alike is refused at once', async () => {
    const { client } = await simulated();
    const twice = [...requests, ...requests];
    expect(String(await rejectionOf(client.messages.batches.create({ requests: twice })))).toContain(
      'requests.2.custom_id',
    );
  });
});

describe('models', () => {
  test('list goes through all pages, newest first', async () => {
    const { client } = await simulated();
    const models: { id: string; created_at: string }[] = [];
    for await (const model of client.models.list({ limit: 3 })) models.push(model);
    const dates = models.map(({ created_at: date }) => date);
    expect(models.length).toBeGreaterThan(8);
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(models.map(({ id }) => id)).toContain('claude-sonnet-5');
  });

  test('list leaves retired models out, unless they are asked for', async () => {
    const { client } = await simulated();
    expect((await client.models.list({ limit: 1000 })).data.map(({ lifecycle }) => lifecycle)).not.toContain('retired');
    expect((await client.models.list({ lifecycle: ['retired'] })).data[0]?.lifecycle).toBe('retired');
  });

  test('retrieve finds a model by its alias', async () => {
    const { client } = await simulated();
    expect(await client.models.retrieve('claude-haiku-4-5')).toMatchObject({
      type: 'model',
      id: 'claude-haiku-4-5-20251001',
      display_name: 'Claude Haiku 4.5',
    });
    expect(String(await rejectionOf(client.models.retrieve('claude-9')))).toContain('model: claude-9');
  });
});

describe('credentials', () => {
  const valid = `sk-ant-${'api03-'}valid`;

  test.each([
    ['a key in the new header', { apiKey: valid }, 'accepted'],
    [
      'no credential',
      { apiKey: null, defaultHeaders: { authorization: null, 'x-api-key': null } },
      'x-api-key header is required',
    ],
    ['a key that is not in the list', { apiKey: 'other' }, 'Invalid authentication credentials'],
    [
      'a key in the old header',
      { apiKey: null, defaultHeaders: { authorization: null, 'x-api-key': 'other' } },
      'invalid x-api-key',
    ],
  ])('%s', async (_, options, expected) => {
    const { simulator } = await simulated({ keys: [valid] });
    const call = clientOf(simulator, options).models.list();
    if (expected === 'accepted') await expect(call).resolves.toBeDefined();
    else expect(String(await rejectionOf(call))).toContain(expected);
  });

  test('an answer to an unknown credential names no organization', async () => {
    const { simulator } = await simulated({ keys: [valid] });
    const error = await rejectionOf(clientOf(simulator, { apiKey: 'other' }).messages.create(question));
    expect(error).toBeInstanceOf(Anthropic.AuthenticationError);
    expect(headerOf(error, 'anthropic-organization-id')).toBeUndefined();
  });

  test('the credential is looked at before the version, and the version before the body', async () => {
    const { simulator } = await simulated();
    const post = async (headers: Record<string, string>): Promise<string> =>
      (await fetch(`${simulator.url}/v1/messages`, { method: 'POST', headers, body: '{' })).text();
    expect(await post({})).toContain('x-api-key header is required');
    expect(await post({ 'x-api-key': valid })).toContain('anthropic-version: header is required');
    expect(await post({ 'x-api-key': valid, 'anthropic-version': '2023-06-01' })).toContain('not valid JSON');
  });
});

describe('a page in a browser', () => {
  const consent = 'anthropic-dangerous-direct-browser-access';
  const origin = 'https://app.example';

  test.each([
    ['may call with consent', `content-type, x-api-key, ${consent}`, 204, origin],
    ['may not call without', 'content-type, x-api-key', 403, null],
  ])('%s', async (_, asked, status, allowed) => {
    const { simulator } = await simulated();
    const answer = await fetch(`${simulator.url}/v1/messages`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': asked },
    });
    expect(answer.status).toBe(status);
    expect(answer.headers.get('access-control-allow-origin')).toBe(allowed);
  });

  test('reads the answer', async () => {
    const { simulator } = await simulated();
    const client = clientOf(simulator, { defaultHeaders: { origin, [consent]: 'true' } });
    const { response } = await client.models.list().withResponse();
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    expect(String(await rejectionOf(clientOf(simulator, { defaultHeaders: { origin } }).models.list()))).toContain(
      'CORS',
    );
  });
});

test('a port that is taken is refused by its number', async () => {
  const { simulator } = await simulated();
  await expect(simulated({ port: simulator.port })).rejects.toMatchObject({ code: 'port-unavailable' });
});

describe('a body', () => {
  const text = JSON.stringify(question);
  const json = { 'content-type': 'application/json' };
  const table: readonly (readonly [
    string,
    string | Uint8Array<ArrayBuffer>,
    Record<string, string>,
    number,
    string,
  ])[] = [
    ['that is packed is unpacked', packed(text), { 'content-encoding': 'gzip' }, 200, '"type":"message"'],
    [
      'that is not packed as it says is refused',
      text,
      { 'content-encoding': 'gzip' },
      400,
      'request_body_encoding_invalid',
    ],
    ['in an unknown packing is refused', text, { 'content-encoding': 'zip' }, 400, 'request_body_encoding_unsupported'],
    [
      'that is too large when unpacked is refused',
      packed(' '.repeat(34e6)),
      { 'content-encoding': 'gzip' },
      413,
      'request_body_too_large_after_decoding',
    ],
    ['that is too large is refused', ' '.repeat(34e6), {}, 413, 'Request exceeds the maximum size'],
    [
      'in an old charset is refused',
      text,
      { 'content-type': 'application/json; charset=utf-16' },
      400,
      'unsupported_charset',
    ],
    ['with half a character is refused', text.replace('Which', '\\ud83d'), {}, 400, 'surrogate'],
  ];

  test.each(table)('%s', async (_, body, headers, status, said) => {
    const { simulator } = await simulated();
    const answer = await fetch(`${simulator.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': 'any', 'anthropic-version': '2023-06-01', ...json, ...headers },
      body,
    });
    expect(await answer.text()).toContain(said);
    expect(answer.status).toBe(status);
  });
});

function packed(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(gzipSync(text));
}
