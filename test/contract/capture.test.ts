import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { textOfThrown } from '../../src/capture/thrown.ts';
import {
  capture,
  logger,
  withFaultline,
  type CapturedIncident,
  type CaptureOptions,
  type FailedAttempt,
  type LogLine,
} from '../../src/client/index.ts';
import { faults, type Simulator } from '../../src/simulator/index.ts';
import { ask, clientAt, like, question, rejectionOf, simulated, some, trustedSimulator } from './simulated.ts';

function watched(options: CaptureOptions = {}): CaptureOptions & { readonly told: FailedAttempt[] } {
  const told: FailedAttempt[] = [];
  return { told, onFailure: (failure) => void told.push(failure), ...options };
}

describe('every fault is told by its cause', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await trustedSimulator();
  });
  afterAll(() => simulator.stop());

  test.each(faults)('$id', async (fault) => {
    const options = watched();
    const client = capture(await clientAt(simulator, fault), options);
    const thrown = await ask(client, fault, question).then(
      () => undefined,
      (error: unknown) => textOfThrown(error),
    );
    const seenAs = fault.seenAs ?? [fault.cause];
    const [first] = options.told;
    if (first && seenAs.length > 0)
      expect([...seenAs, 'response-unparsable']).toContain(first.verdict.findings[0]?.cause ?? first.verdict.outcome);
    // What a program can see only in the answer itself is an outcome, and no failing attempt.
    expect(options.told).toHaveLength(thrown === undefined || thrown.includes('tool parameter JSON') ? 0 : 1);
  });
});

describe('a client that is captured', () => {
  test('tells who called what, when, and how it failed', async () => {
    const { client, clock } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const options = watched({ clock });
    await rejectionOf(capture(client, options).messages.create(question));
    expect(options.told).toMatchObject([
      {
        verdict: { outcome: 'failure', findings: [{ cause: 'overloaded', locus: 'service' }] },
        attempt: 1,
        ending: 'refused',
        isTimeout: false,
        hasOutput: false,
        status: 529,
        requestId: like(/^req_/),
        request: {
          method: 'POST',
          path: '/v1/messages',
          isMessagesCall: true,
          model: 'claude-sonnet-5',
          maxTokens: 300,
          messages: 1,
          blocks: { text: 1 },
          isStreaming: false,
          bodyBytes: some(Number),
        },
        client: { name: 'anthropic-sdk-typescript', version: like(/^\d+\.\d+/), runtime: like(/^node v/) },
        timing: { startedAt: '2026-11-25T12:00:00.000Z', headersMs: 0, failedMs: 0 },
      },
    ]);
  });

  test('counts the attempts that the SDK makes', async () => {
    const { client } = await simulated({ faults: [{ fault: 'rate-limit-requests', next: 1 }] });
    const options = watched();
    const impatient = client.withOptions({
      maxRetries: 1,
      middleware: [
        async (request, next) => {
          const response = await next(request);
          return new Response(response.body, { status: response.status, headers: { 'retry-after-ms': '1' } });
        },
      ],
    });
    await rejectionOf(capture(impatient, options).messages.create(question)).catch(() => undefined);
    expect(options.told.map(({ attempt }) => attempt)).toEqual([1]);
  });

  test('leaves good answers alone, streamed or whole', async () => {
    const { client } = await simulated();
    const options = watched();
    const captured = capture(client, options);
    const whole = await captured.messages.create(question);
    const streamed = await captured.messages.stream(question).finalMessage();
    expect([whole.type, streamed.type, options.told]).toEqual(['message', 'message', []]);
    expect(whole._request_id).toMatch(/^req_/);
  });

  test('says nothing of a call that its caller ended', async () => {
    const { client } = await simulated({ faults: [{ fault: 'response-timeout' }] });
    const options = watched();
    const aborter = new AbortController();
    const call = rejectionOf(capture(client, options).messages.create(question, { signal: aborter.signal }));
    aborter.abort();
    await call;
    expect(options.told).toEqual([]);
  });

  test('tells a time limit of the SDK as what it is', async () => {
    const { client } = await simulated({ faults: [{ fault: 'response-timeout' }] });
    const options = watched();
    await rejectionOf(capture(client.withOptions({ timeout: 50 }), options).messages.create(question));
    expect(options.told).toMatchObject([
      { ending: 'unanswered', isTimeout: true, verdict: { findings: [{ cause: 'response-timeout' }] } },
    ]);
  });

  test('goes on when a listener fails', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const quiet = client.withOptions({ logger: { error: keep, warn: keep, info: keep, debug: keep } });
    const error = await rejectionOf(
      capture(quiet, {
        onFailure: () => {
          throw new Error('a bug of the listener');
        },
        store: () => Promise.reject(new Error('disk full')),
      }).messages.create(question),
    );
    expect(error).toMatchObject({ status: 529 });
    await Promise.resolve();
    expect(lines).toEqual(['faultline: onFailure threw', 'faultline: store rejected']);
  });

  test('keeps incidents, with the body only where that is asked for', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const incidents: CapturedIncident[] = [];
    const store = (incident: CapturedIncident): void => void incidents.push(incident);
    await rejectionOf(capture(client, { store }).messages.create(question));
    await rejectionOf(capture(client, { store, bodies: true }).messages.create(question));
    expect(incidents[0]?.requestBody).toBeUndefined();
    expect(JSON.stringify(incidents[0])).not.toContain('Vienna');
    expect(incidents[1]).toMatchObject({
      requestHeaders: { authorization: 'removed' },
      requestBody: JSON.stringify(question),
    });
  });

  test('keeps no key of a gateway, whatever its header is called', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const key = ['made', 'up', 'for', 'this', 'test'].join('-');
    const incidents: CapturedIncident[] = [];
    const defaultHeaders = { 'helicone-auth': `Bearer ${key}`, 'x-portkey-api-key': key };
    await rejectionOf(
      capture(client.withOptions({ defaultHeaders }), {
        store: (incident) => void incidents.push(incident),
      }).messages.create(question),
    );
    expect(incidents).toHaveLength(1);
    expect(JSON.stringify(incidents)).not.toContain(key);
  });
});

/** A server of which each test says what it answers. */
async function serving(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<string> {
  const server: Server = createServer(answer);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  // oxlint-disable-next-line typescript/consistent-type-assertions -- a server that listens on TCP has such an address
  const { port } = server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

describe('a fetch that is wrapped', () => {
  const body = JSON.stringify({ ...question, stream: true });

  test('hands each piece of a stream on when it comes', async () => {
    let finish: (() => void) | undefined;
    const url = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: message_start\ndata: {"type":"message_start"}\n\n');
      finish = () => response.end('event: message_stop\ndata: {"type":"message_stop"}\n\n');
    });
    const options = watched();
    const response = await withFaultline(fetch, options)(`${url}/v1/messages`, { method: 'POST', body });
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect(await reader?.read()).toMatchObject({ value: like(/message_start/) });
    finish?.();
    expect(await reader?.read()).toMatchObject({ value: like(/message_stop/) });
    expect(await reader?.read()).toMatchObject({ done: true });
    expect(response.url).toBe(`${url}/v1/messages`);
    expect(options.told).toEqual([]);
  });

  test('tells an error inside a stream, and what had come before it', async () => {
    const url = await serving((_, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream', 'request-id': 'req_011CStreamed' });
      response.write('event: message_start\ndata: {"type":"message_start"}\n\n');
      response.write(
        'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"type":"text_delta","text":"The secret recipe"}}\n\n',
      );
      response.end(
        'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n',
      );
    });
    const options = watched();
    const response = await withFaultline(fetch, options)(`${url}/v1/messages`, { method: 'POST', body });
    expect(await response.text()).toContain('The secret recipe');
    expect(options.told).toMatchObject([
      {
        ending: 'broken',
        hasOutput: true,
        status: 200,
        requestId: 'req_011CStreamed',
        request: { isStreaming: true },
        verdict: { findings: [{ cause: 'overloaded' }] },
      },
    ]);
    expect(JSON.stringify(options.told)).not.toContain('recipe');
  });

  test('tells a stream that is cut, in order or not', async () => {
    const url = await serving((request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write('event: message_start\ndata: {"type":"message_start"}\n\n', () => {
        if (request.url?.includes('reset') === true) response.destroy();
        else response.end();
      });
    });
    const options = watched();
    const wrapped = withFaultline(fetch, options);
    await (await wrapped(`${url}/v1/messages`, { method: 'POST', body })).text();
    const reset = await wrapped(`${url}/v1/messages?reset`, { method: 'POST', body });
    await rejectionOf(reset.text());
    expect(options.told.map(({ verdict }) => verdict.findings[0]?.cause)).toEqual([
      'stream-interrupted',
      'stream-interrupted',
    ]);
  });

  test('serves a client in the manner of the Vercel AI SDK', async () => {
    const { simulator } = await simulated({ faults: [{ fault: 'rate-limit-input-tokens', next: 1 }] });
    const options = watched();
    const wrapped = withFaultline(fetch, {
      ...options,
      retry: { clock: { now: Date.now, after: atOnce }, waitMs: 10 ** 9 },
    });
    const response = await wrapped(new URL(`${simulator.url}/v1/messages`), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-api-key': simulator.env['ANTHROPIC_API_KEY'] ?? '',
        'anthropic-version': '2023-06-01',
        'user-agent': 'ai-sdk/anthropic/3.0.1 ai-sdk/provider-utils/4.0.0 runtime/node.js/v24',
      },
      body: JSON.stringify(question),
      signal: new AbortController().signal,
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ type: 'message' });
    expect(options.told).toMatchObject([
      { attempt: 1, status: 429, client: { name: 'ai-sdk/anthropic', version: '3.0.1' } },
    ]);
  });

  test('takes a Request, and sends its body again', async () => {
    const { simulator } = await simulated({ faults: [{ fault: 'overloaded', next: 1 }] });
    const request = new Request(`${simulator.url}/v1/messages`, {
      method: 'POST',
      headers: { 'x-api-key': simulator.env['ANTHROPIC_API_KEY'] ?? '', 'anthropic-version': '2023-06-01' },
      body: JSON.stringify(question),
    });
    const wrapped = withFaultline(fetch, { retry: { clock: { now: Date.now, after: atOnce } } });
    expect((await wrapped(request)).status).toBe(200);
  });
});

function atOnce(_: number, action: () => void): () => void {
  queueMicrotask(action);
  return () => undefined;
}

describe('no secret comes out', () => {
  const canaries = {
    key: ['sk', 'ant', 'api03', `${'kQ7'.repeat(31)}AA`].join('-'),
    token: ['sk', 'ant', 'oat01', `${'zR4'.repeat(31)}AA`].join('-'),
    gateway: 'plain-gateway-credential-8841',
    cookie: 'session-cookie-value-5527',
  };
  const places = [
    ['the message', (secret: string) => ({ message: `invalid key ${secret} for this call` })],
    ['a nested member', (secret: string) => ({ message: 'no', details: { seen: { header: secret } } })],
    ['JSON inside JSON', (secret: string) => ({ message: JSON.stringify({ authorization: `Bearer ${secret}` }) })],
    ['a URL', (secret: string) => ({ message: `GET https://x.example/?key=${encodeURIComponent(secret)}` })],
  ] as const;

  test.each(places)('from an error that repeats it in %s', async (_, error) => {
    const outputs: unknown[] = [];
    const log = logger({ write: (line: LogLine) => void outputs.push(line), spans: false });
    const wrapped = withFaultline(
      async (_input, init) => {
        const headers = new Headers(init?.headers);
        const secret = headers.get('x-api-key') ?? headers.get('authorization')?.slice(7) ?? '';
        return Response.json(
          { type: 'error', error: { type: 'authentication_error', ...error(secret) } },
          { status: 401, headers: { 'set-cookie': canaries.cookie, 'x-echo': secret } },
        );
      },
      {
        bodies: true,
        onFailure: (failure) => void outputs.push(failure, log.onFailure(failure)),
        store: (incident) => void outputs.push(incident),
        retry: { onDecision: (decision, failure) => void outputs.push(decision, failure) },
      },
    );
    for (const headers of [
      { 'x-api-key': canaries.key },
      { authorization: `Bearer ${canaries.token}` },
      { 'x-api-key': canaries.gateway, cookie: canaries.cookie },
    ]) {
      await wrapped(`https://user:${canaries.gateway}@api.example/v1/messages?key=${canaries.key}`, {
        method: 'POST',
        headers: { ...headers, 'user-agent': `tool/1.0 ${canaries.token}` },
        body: JSON.stringify({ ...question, model: canaries.key, metadata: { user_id: canaries.token } }),
      });
    }
    const written = JSON.stringify(outputs);
    expect(outputs.length).toBeGreaterThan(8);
    for (const secret of Object.values(canaries)) expect(written).not.toContain(secret);
  });

  test('from what is packed, wherever it stands', async () => {
    const outputs: unknown[] = [];
    const packed = gzipSync(`x-api-key: ${canaries.key}`).toString('base64');
    const wrapped = withFaultline(
      async () =>
        Response.json(
          { type: 'error', error: { type: 'invalid_request_error', message: `Cannot read ${packed} here` } },
          { status: 400, headers: { 'x-echo': packed } },
        ),
      {
        bodies: true,
        onFailure: (failure) => void outputs.push(failure),
        store: (incident) => void outputs.push(incident),
      },
    );
    await wrapped('https://api.anthropic.com/v1/messages', {
      method: 'POST',
      headers: { 'x-note': packed, 'user-agent': `tool/1.0 ${packed}` },
      body: JSON.stringify({ ...question, model: packed }),
    });
    expect(outputs).toMatchObject([{ answer: like(/Cannot read .* here/) }, { requestBody: like(/Vienna/) }]);
    expect(JSON.stringify(outputs)).not.toContain(packed);
  });
});
