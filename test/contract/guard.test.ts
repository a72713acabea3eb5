import { EventEmitter, once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Problem } from '../../src/check/index.ts';
import { guard, RequestRefusedError, type GuardedCall, type GuardOptions } from '../../src/client/index.ts';

const message = {
  id: 'msg_01A',
  type: 'message',
  role: 'assistant',
  model: 'claude-sonnet-4-6',
  content: [{ type: 'text', text: 'Hello' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 3, output_tokens: 1 },
};
const start = { type: 'message_start', message: { ...message, content: [], stop_reason: null } };
const good = { model: 'claude-sonnet-4-6', max_tokens: 16, messages: [{ role: 'user' as const, content: 'Hi' }] };
const refused = {
  ...good,
  messages: [
    ...good.messages,
    { role: 'assistant' as const, content: [{ type: 'tool_use' as const, id: 'toolu_01A', name: 'f', input: {} }] },
    { role: 'user' as const, content: 'And?' },
  ],
};

interface Answer {
  readonly status?: number;
  readonly type?: string;
  readonly body: string;
}

let server: Server;
let received: string[] = [];
let answers: Answer[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push(Buffer.concat(chunks).toString());
      const { status = 200, type = 'application/json', body } = answers.shift() ?? { body: JSON.stringify(message) };
      response.writeHead(status, { 'content-type': type, 'request-id': 'req_01A', 'retry-after-ms': '1' }).end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());
beforeEach(() => {
  received = [];
  answers = [];
});

function client(options: ConstructorParameters<typeof Anthropic>[0] = {}): Anthropic {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- a server that listens on TCP has such an address
  const { port } = server.address() as AddressInfo;
  return new Anthropic({ apiKey: 'test', baseURL: `http://127.0.0.1:${port}`, maxRetries: 0, ...options });
}

function watched(options: GuardOptions = {}): {
  readonly guarded: Anthropic;
  readonly told: { readonly problem: Problem; readonly call: GuardedCall }[];
} {
  const told: { readonly problem: Problem; readonly call: GuardedCall }[] = [];
  const onProblem = (problem: Problem, call: GuardedCall): void => void told.push({ problem, call });
  return { guarded: guard(client(), { platform: 'direct', onProblem, ...options }), told };
}

function sse(...events: readonly { readonly type: string }[]): string {
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

describe('a guarded client', () => {
  test('sends a good request as it is, and hands its answer on', async () => {
    const { guarded, told } = watched();
    await expect(guarded.messages.create(good)).resolves.toMatchObject({ id: 'msg_01A' });
    expect(received.map((text): unknown => JSON.parse(text))).toEqual([good]);
    expect(told).toEqual([]);
  });

  test('does not send a request that the API would refuse, and says why', async () => {
    const { guarded } = watched();
    const thrown: unknown = await guarded.messages.create(refused).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(RequestRefusedError);
    expect(thrown).toMatchObject({
      code: 'request-refused',
      problems: [{ cause: 'tool-result-missing', path: 'messages.1' }],
    });
    expect(received).toEqual([]);
  });

  test('does not try again what it refused', async () => {
    const guarded = guard(client({ maxRetries: 3 }), { platform: 'direct' });
    await expect(guarded.messages.create(refused)).rejects.toThrow('The request was not sent');
    expect(received).toEqual([]);
  });

  test('only tells what it found when it shall warn', async () => {
    const { guarded, told } = watched({ mode: 'warn' });
    await guarded.messages.create(refused);
    expect(told).toMatchObject([{ problem: { cause: 'tool-result-missing' }, call: { part: 'request' } }]);
    expect(received).toHaveLength(1);
  });

  test('writes to the logger of the client when nobody listens', async () => {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const logger = { error: keep, warn: keep, info: keep, debug: keep };
    await guard(client({ logger, logLevel: 'warn' }), { mode: 'warn', platform: 'direct' }).messages.create(refused);
    expect(lines[0]).toMatch(/^faultline: request: messages\.1: `tool_use` ids were found without/);
  });

  test('tells a problem once, however often the request is tried', async () => {
    answers = [{ status: 500, body: '{"type":"error","error":{"type":"api_error","message":"x"}}' }];
    const told: string[] = [];
    const guarded = guard(client({ maxRetries: 1 }), {
      mode: 'warn',
      platform: 'direct',
      onProblem: ({ cause }) => told.push(cause),
    });
    await guarded.messages.create(refused);
    expect(received).toHaveLength(2);
    expect(told).toEqual(['tool-result-missing']);
  });

  test('sees what other middleware made of the request', async () => {
    const inner = client({
      middleware: [(request, next) => next({ ...request, body: JSON.stringify({ ...good, max_tokens: 0.5 }) })],
    });
    await expect(guard(inner, { platform: 'direct' }).messages.create(good)).rejects.toThrow('max_tokens');
  });

  test('judges token counts and batches as what they are', async () => {
    answers = [{ body: '{"input_tokens":3}' }];
    const { guarded } = watched({ answers: true });
    const { max_tokens: _, ...counted } = good;
    await expect(guarded.messages.countTokens(counted)).resolves.toEqual({ input_tokens: 3 });
    await expect(guarded.messages.batches.create({ requests: [{ custom_id: 'a b', params: good }] })).rejects.toThrow(
      'custom_id',
    );
  });

  test('leaves other calls alone', async () => {
    answers = [{ body: '{"data":[],"has_more":false}' }];
    await expect(guard(client()).models.list()).resolves.toMatchObject({ data: [] });
  });
});

test('the guard is a middleware when it is given options alone', async () => {
  const guarded = client({ middleware: [guard({ platform: 'direct' })] });
  await expect(guarded.messages.create(refused)).rejects.toMatchObject({ code: 'request-refused' });
  await expect(guarded.messages.create(good)).resolves.toMatchObject({ id: 'msg_01A' });
});

test('a client that is too old for middleware is named', () => {
  const old = { withOptions: () => old, middleware: undefined };
  // @ts-expect-error -- such a client does not fit the type either
  expect(() => guard(old)).toThrow('takes no middleware');
});

describe('answers', () => {
  test('are judged when asked, and can still be read', async () => {
    answers = [{ body: JSON.stringify({ ...message, stop_reason: 'max_tokens' }) }];
    const { guarded, told } = watched({ answers: true });
    await expect(guarded.messages.create(good)).resolves.toMatchObject({ stop_reason: 'max_tokens' });
    expect(told).toMatchObject([
      { problem: { cause: 'output-truncated' }, call: { part: 'response', requestId: 'req_01A' } },
    ]);
  });

  test('are held against the tools of the request', async () => {
    const call = { type: 'tool_use', id: 'toolu_01A', name: 'get_weather', input: { city: 5 } };
    answers = [{ body: JSON.stringify({ ...message, content: [call], stop_reason: 'tool_use' }) }];
    const { guarded, told } = watched({ answers: true });
    const tools = [
      { name: 'get_weather', input_schema: { type: 'object' as const, properties: { city: { type: 'string' } } } },
    ];
    await guarded.messages.create({ ...good, tools });
    expect(told).toMatchObject([{ problem: { row: 'tool-input-unfit' } }]);
  });

  test('of a call that failed are left to the client', async () => {
    answers = [
      { status: 401, body: '{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}' },
    ];
    const { guarded, told } = watched({ answers: true });
    await expect(guarded.messages.create(good)).rejects.toBeInstanceOf(Anthropic.AuthenticationError);
    expect(told).toEqual([]);
  });

  test('that are streamed reach the program, and are judged at their end', async () => {
    answers = [{ type: 'text/event-stream', body: sse(start, { type: 'ping' }) }];
    const told = new EventEmitter();
    const first = once(told, 'problem');
    const onProblem = (problem: Problem): void => void told.emit('problem', problem);
    const guarded = guard(client(), { platform: 'direct', answers: true, onProblem });
    const types: string[] = [];
    for await (const event of await guarded.messages.create({ ...good, stream: true })) types.push(event.type);
    expect(types).toEqual(['message_start']);
    expect(await first).toMatchObject([{ cause: 'stream-interrupted', row: 'stream-cut' }]);
  });

  test('that are streamed are handed on at once, however their type is written', async () => {
    let end: (() => void) | undefined;
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(sse(start)));
        end = () => controller.close();
      },
    });
    const streaming = client({
      fetch: async () => new Response(body, { headers: { 'content-type': 'Text/Event-Stream' } }),
    });
    const guarded = guard(streaming, { platform: 'direct', answers: true, onProblem: () => undefined });
    const types: string[] = [];
    for await (const { type } of await guarded.messages.create({ ...good, stream: true })) {
      types.push(type);
      end?.();
    }
    expect(types).toEqual(['message_start']);
  });
});
