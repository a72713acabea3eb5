import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer, body, itemsOf, json, nothingIn, onlyOf, url } from '../../../test/found-requests.ts';
import { requestsIn } from './requests.ts';

describe('a request in JSON', () => {
  test.each([
    ['alone', json],
    ['over several lines', `\n${JSON.stringify(body, undefined, 2)}\n`],
    ['under `body`', JSON.stringify({ body })],
    ['as a batch entry', JSON.stringify({ custom_id: 'a', params: body })],
    ['in a record with its headers', JSON.stringify({ url, headers: { 'Anthropic-Version': '2023-06-01' }, body })],
    ['between other lines', `Failing request:\n\n    ${json}\n\nThanks`],
    ['in a fenced block', `See:\n\`\`\`json\n${JSON.stringify(body, undefined, 2)}\n\`\`\``],
  ])('is found at its place: %s', (_, text) => {
    const item = onlyOf(text);
    expect(item.offset).toBeDefined();
    expect(JSON.parse(item.text)).toEqual(body);
  });

  test.each([
    ['as a string', JSON.stringify({ request: { url, body: json } })],
    ['in an `options` member', JSON.stringify({ options: { path: '/v1/messages', body } })],
  ])('is found when a record holds it %s', (_, text) => {
    expect(JSON.parse(onlyOf(text).text)).toEqual(body);
  });

  test('carries what its record says of the call, without the value of a credential', () => {
    const headers = { 'Anthropic-Version': '2023-06-01', 'X-Api-Key': 'value', 'anthropic-beta': 'a,b' };
    expect(onlyOf(JSON.stringify({ request: { url, headers, body } }))).toMatchObject({
      endpoint: '/v1/messages',
      platform: 'direct',
      headersKnown: true,
      headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'a,b', 'x-api-key': 'removed' },
    });
  });

  test('that is broken is taken as it stands, so that its fault can be told', () => {
    const text = '{"model": "claude-sonnet-4-6", "messages": [{"role": "user",}]}';
    expect(onlyOf(text)).toMatchObject({ text, offset: 0 });
  });

  test('that lacks nearly everything is a request still', () => {
    expect(onlyOf('{"model":"claude-sonnet-4-6"}').kind).toBe('request');
    expect(onlyOf('{}').kind).toBe('request');
  });

  test('of a Message Batch is one item', () => {
    const text = JSON.stringify({ requests: [{ custom_id: 'a', params: body }] });
    expect(onlyOf(text)).toMatchObject({ endpoint: '/v1/messages/batches', text });
  });

  test('in the form of OpenAI is judged with a note', () => {
    const item = onlyOf(JSON.stringify({ ...body, tools: [{ type: 'function', function: { name: 'f' } }] }));
    expect(item.note).toContain('tools[].function');
  });
});

test.each([
  ['https://api.anthropic.com/v1/messages/count_tokens?beta=true', 'direct', '/v1/messages/count_tokens'],
  [
    'https://bedrock-runtime.eu-west-1.amazonaws.com/model/anthropic.claude-sonnet-4-6/invoke',
    'bedrock',
    '/model/anthropic.claude-sonnet-4-6/invoke',
  ],
  [
    'https://us-east5-aiplatform.googleapis.com/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-6:rawPredict',
    'vertex',
    '/v1/projects/p/locations/us-east5/publishers/anthropic/models/claude-sonnet-4-6:rawPredict',
  ],
  ['https://mine.services.ai.azure.com/anthropic/v1/messages', 'foundry', '/anthropic/v1/messages'],
  ['http://localhost:4000/v1/messages', 'gateway', '/v1/messages'],
])('the URL tells endpoint and platform: %s', (address, platform, endpoint) => {
  expect(onlyOf(JSON.stringify({ url: address, body }))).toMatchObject({ platform, endpoint });
});

describe('one value a line', () => {
  test('gives a numbered item for each request, and passes other lines over', () => {
    const text = `${json}\n\n{"level":"info"}\n${JSON.stringify({ custom_id: 'a', params: body })}\n`;
    expect(itemsOf(text).map(({ label }) => label)).toEqual(['#1', '#2']);
    expect(itemsOf(text)[0]?.note).toBe('1 line without a request was left out: line 3.');
  });

  test.each([
    ['that is no JSON', 'not json'],
    ['that is broken off', '{"model": "claude-sonnet-4-6", "max_tok'],
    ['that is no request', '{"model":1}'],
    ['that is a request to somebody else', '{"model":"gpt-5","messages":[]}'],
    ['that is no object', '[1]'],
  ])('takes a line %s for a request, as every line of a list of requests is one', (_, line) => {
    const items = itemsOf(`${json}\n${line}\n\n${json}\n`);
    expect(items.map(({ label, text }) => [label, text])).toEqual([
      ['#1', json],
      ['#2', line],
      ['#3', json],
    ]);
    expect(itemsOf(`${json}\n${line}\n`)).toHaveLength(2);
  });

  test.each([
    ['entries of a batch', { custom_id: 'a', params: body }],
    ['records of `--ndjson`', { id: '1', body }],
  ])('takes every line for a request among %s', (_, entry) => {
    expect(itemsOf(`${JSON.stringify(entry)}\nnot json\n`).map(({ text }) => text)).toContain('not json');
  });

  test('names the lines of a log that hold no request, and judges the others', () => {
    const logged = JSON.stringify({ level: 'info', url: '/v1/messages', body });
    const items = itemsOf(`${logged}\n{"level":"info","msg":"sent"}\n    at send (app.js:3)\n\n${logged}\n`);
    expect(items.map(({ label }) => label)).toEqual(['#1', '#2']);
    expect(items[0]?.note).toBe('2 lines without a request were left out: lines 2 and 3.');
  });

  test('keeps a broken request', () => {
    const broken = '{"model": "claude-sonnet-4-6", "messages": [}';
    expect(itemsOf(`${json}\n${broken}\n`)[1]?.text).toBe(broken);
  });

  test('gives the answers of a batch', () => {
    const line = JSON.stringify({ custom_id: 'a', result: { type: 'succeeded', message: answer } });
    expect(itemsOf(`${line}\n${line}`)).toMatchObject([{ kind: 'response' }, { kind: 'response' }]);
  });
});

describe('an answer', () => {
  test('is told from a request', () => {
    expect(onlyOf(JSON.stringify(answer)).kind).toBe('response');
    expect(onlyOf('{"type":"error","error":{"type":"api_error","message":"x"}}').kind).toBe('response');
    expect(onlyOf('event: message_start\ndata: {}\n\n')).toMatchObject({ kind: 'stream', offset: 0 });
  });

  test('knows the request that stands beside it', () => {
    expect(itemsOf(JSON.stringify({ request: { url, body }, response: { status: 200, body: answer } }))).toMatchObject([
      { kind: 'request', label: '#1' },
      { kind: 'response', label: '#2', request: body },
    ]);
  });

  const events = [{ type: 'message_start', message: { type: 'message', role: 'assistant' } }, { type: 'message_stop' }];
  const stream =
    'event: message_start\ndata: {"type":"message_start","message":{"type":"message","role":"assistant"}}\n\nevent: message_stop\ndata: {"type":"message_stop"}\n\n';

  test.each([
    ['a list', JSON.stringify(events)],
    ['lines', events.map((event) => JSON.stringify(event)).join('\n')],
    [
      'chunks of an AWS event stream',
      events.map((event) => JSON.stringify({ chunk: { bytes: btoa(JSON.stringify(event)) } })).join('\n'),
    ],
  ])('that was streamed is put together from %s', (_, text) => {
    expect(onlyOf(text)).toMatchObject({ kind: 'stream', text: stream });
  });
});

test.each([
  [' \n', 'input is empty.'],
  [
    'HTTP 400 {"type":"error","error":{"type":"invalid_request_error","message":"x"}}',
    'This text holds an error of the API, and no request.',
  ],
  ['[2026-11-25] ERROR no', 'No request and no answer of the Messages API was found in this text.'],
  ['hello', 'No request and no answer of the Messages API was found in this text.'],
  ['<html></html>', 'This is HTML or XML, not a request.'],
  ['{"a": 1,\n "b": }', 'This stops being JSON at line 2, column 7: unexpected character.'],
  ['[1, 2]', 'This is JSON, but no request to the Messages API: it is an array of 2 items.'],
  ['{"a":1}', 'This is JSON, but no request to the Messages API: it is an object with `a`.'],
  ['{"model":"gpt-4o","messages":[]}', 'This is JSON, but no request to the Messages API: it is a request to OpenAI.'],
  [
    '{"messages":[{"role":"user","content":[{"text":"a"}]}]}',
    'This is JSON, but no request to the Messages API: it is a request of the Converse API of Amazon Bedrock.',
  ],
])('what cannot be used is named: %j', (text, because) => {
  expect(requestsIn(text, 'input')).toMatchObject({ kind: 'none', because });
});

test('a list of messages alone is named as such', () => {
  expect(nothingIn('[{"role":"user","content":"a"}]').because).toContain('a list of messages; the request around it');
});

test('no text makes the search throw', () => {
  const parts = [
    json,
    '{',
    '}',
    '[',
    ']',
    "'",
    '"',
    '`',
    '\\',
    '\n',
    ' ',
    'curl ',
    '-d ',
    '@',
    '^',
    '<<EOF',
    'event: x',
    'data: {',
    '"messages":',
    '{"body":',
    '$(cat <<A\n',
    'requestBodyValues: ',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ maxLength: 4 })), { maxLength: 30 }),
      (pieces) => {
        expect(['found', 'none']).toContain(requestsIn(pieces.join(''), 'input').kind);
      },
    ),
    { numRuns: 1500 },
  );
});

test.each([
  ['opening braces', '{'.repeat(200_000)],
  ['braces with keys', '{a:'.repeat(100_000)],
  ['braces that break', '{ x y '.repeat(60_000)],
  ['unclosed quotes', "{a:'".repeat(60_000)],
  ['curl commands', `curl -d '{' `.repeat(30_000)],
  ['curl lines', `curl ${url} -d @-\n`.repeat(20_000)],
  ['here documents', `curl ${url} -d @- <<E${'\n x'.repeat(10_000)}\n`.repeat(10)],
  ['PowerShell quotes', `curl.exe 'a ${"''".repeat(200_000)}`],
  ['carets', `curl ^"${'^^'.repeat(200_000)}`],
  ['backslashes', `curl ${url} -d "${'\\'.repeat(400_000)}`],
  ['lines', `${json}\n`.repeat(10_000)],
  ['cut dumps', "{ model: 'claude', messages: [Array] } ".repeat(5_000)],
])('hostile input is searched in time that grows with its length: %s', (_, text) => {
  const begin = performance.now();
  requestsIn(text, 'input');
  expect(performance.now() - begin).toBeLessThan(4000);
});

test.each([
  ['bedrock-2023-05-31', 'bedrock'],
  ['vertex-2023-10-16', 'vertex'],
  ['2023-06-01', undefined],
])('a body with the version %s is one for %s', (anthropic_version, platform) => {
  const item = onlyOf(JSON.stringify({ anthropic_version, max_tokens: 1, messages: [] }));

  expect(item.platform).toBe(platform);
  expect(item.note?.includes('--platform') ?? false).toBe(platform !== undefined);
});
