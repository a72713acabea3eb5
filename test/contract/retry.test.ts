import Anthropic from '@anthropic-ai/sdk';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  CircuitOpenError,
  createRetryShare,
  retry,
  retryCall,
  retryFetch,
  type FailedAttempt,
  type RetryDecision,
  type RetryOptions,
} from '../../src/client/index.ts';
import { reasonOf } from '../../src/client/clock.ts';
import type { Fault } from '../../src/core/fault.ts';
import { faults, virtualClock, type Simulator } from '../../src/simulator/index.ts';
import { patientClock } from './patient-clock.ts';
import { ask, clientAt, question, rejectionOf, simulated, trustedSimulator } from './simulated.ts';

interface Told {
  readonly decisions: RetryDecision[];
  readonly failures: FailedAttempt[];
}

function watched(
  options: RetryOptions = {},
): RetryOptions & Told & { readonly clock: ReturnType<typeof patientClock> } {
  const decisions: RetryDecision[] = [];
  const failures: FailedAttempt[] = [];
  return {
    decisions,
    failures,
    share: createRetryShare(),
    random: () => 1,
    onDecision: (decision, failure) => {
      decisions.push(decision);
      if (failure) failures.push(failure);
    },
    ...options,
    clock: patientClock(),
  };
}

describe('every fault is tried again only where its cause can heal', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await trustedSimulator();
  });
  afterAll(() => simulator.stop());

  test.each(faults)('$id', async (fault) => {
    const options = watched({ attempts: 2, breaker: false, totalMs: 10 ** 9, waitMs: 10 ** 9 });
    await attempted(fault, simulator, options);
    const { decisions, failures } = options;
    for (const [index, decision] of decisions.entries()) {
      const { verdict, hasOutput } = failures[index] ?? {};
      const advised = verdict?.findings[0]?.retry.kind;
      if (decision.action === 'retry') expect(['yes', 'wait', 'maybe']).toContain(advised);
      else if (advised === 'no') expect(decision.reason).toBe('cannot-heal');
      else expect(['output-delivered', 'attempts-spent', 'cannot-heal']).toContain(decision.reason);
      if (hasOutput === true) expect(decision.action).toBe('stop');
    }
    const [first] = failures;
    const finding = first?.verdict.findings[0];
    if (finding && finding.certainty !== 'possible' && !first?.hasOutput)
      expect(decisions).toHaveLength(finding.retry.kind === 'no' ? 1 : 2);
  });
});

async function attempted(fault: Fault, simulator: Simulator, options: RetryOptions): Promise<void> {
  const client = retry(await clientAt(simulator, fault), options);
  await ask(client, fault, question).catch(() => undefined);
}

describe('a client that retries by cause', () => {
  test('heals a failure that passes, and gives the answer', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded', next: 2 }] });
    const options = watched();
    await expect(retry(client, options).messages.create(question)).resolves.toMatchObject({ type: 'message' });
    expect(simulator.calls).toHaveLength(3);
    expect(options.decisions).toMatchObject([
      { action: 'retry', reason: 'transient', attempt: 1, cause: 'overloaded', waitMs: 2000 },
      { action: 'retry', reason: 'transient', attempt: 2, cause: 'overloaded', waitMs: 4000 },
    ]);
    expect(options.clock.waits).toEqual([2000, 4000]);
  });

  test('gives the error of the last attempt when it stops', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const options = watched({ attempts: 2 });
    const error = await rejectionOf(retry(client, options).messages.create(question));
    expect(error).toBeInstanceOf(Anthropic.APIError);
    expect(error).toMatchObject({ status: 529, type: 'overloaded_error' });
    expect(simulator.calls).toHaveLength(2);
    expect(options.decisions.at(-1)).toMatchObject({ action: 'stop', reason: 'attempts-spent' });
  });

  test('does not send a request again that was refused for what it is', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'spend-limit-tier' }] });
    const options = watched();
    await rejectionOf(retry(client, options).messages.create(question));
    expect(simulator.calls).toHaveLength(1);
    expect(options.decisions).toMatchObject([{ action: 'stop', reason: 'cannot-heal', cause: 'spend-limit-tier' }]);
  });

  test('switches the retries of the SDK off', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'internal-error' }] });
    const eager = client.withOptions({ maxRetries: 5 });
    await rejectionOf(retry(eager, watched({ attempts: 2 })).messages.create(question));
    expect(simulator.calls).toHaveLength(2);
  });

  test.each(['internal-error', 'connection-reset'])(
    'as a middleware counts what the SDK would try beyond it: %s',
    async (fault) => {
      const { simulator, client } = await simulated({ faults: [{ fault }] });
      const options = watched({ attempts: 2 });
      const stacked = client.withOptions({ maxRetries: 1, middleware: [retry(options)] });
      await rejectionOf(stacked.messages.create(question));
      expect(simulator.calls).toHaveLength(2);
      expect(options.decisions).toHaveLength(2);
    },
  );

  test.each([
    ['internal-error', 3],
    ['connection-reset', 4],
  ])(
    'below an SDK whose retries were left on sends what the SDK tries beyond at most once: %s',
    async (fault, sent) => {
      const { simulator, client } = await simulated({ faults: [{ fault }] });
      const options = watched({ attempts: 3 });
      const stacked = client.withOptions({ maxRetries: 1, fetch: retryFetch(fetch, options) });
      await rejectionOf(stacked.messages.create(question));
      expect(simulator.calls).toHaveLength(sent);
    },
  );

  test('tells attempts apart for those further in', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded', next: 1 }] });
    const counts: (string | null)[] = [];
    const counting = client.withOptions({
      middleware: [
        (request, next) => {
          counts.push(request.headers.get('x-stainless-retry-count'));
          return next(request);
        },
      ],
    });
    await retry(counting, watched()).messages.create(question);
    expect(counts).toEqual(['0', '1']);
  });

  test('tries again what ran out of time, within the limit of the SDK', async () => {
    let calls = 0;
    const client = new Anthropic({
      apiKey: 'test',
      timeout: 20,
      fetch: (_, init) => {
        calls += 1;
        return calls === 1 ? silence(init?.signal) : Promise.resolve(Response.json({ type: 'message' }));
      },
    });
    const options = watched();
    await expect(retry(client, options).messages.create(question)).resolves.toMatchObject({ type: 'message' });
    expect(options.decisions).toMatchObject([{ action: 'retry', cause: 'response-timeout' }]);
    expect(options.failures).toMatchObject([{ ending: 'unanswered', isTimeout: true }]);
  });

  test('gives the error of the SDK when the time ran out for good', async () => {
    const client = new Anthropic({ apiKey: 'test', timeout: 20, fetch: (_, init) => silence(init?.signal) });
    const options = watched({ attempts: 2 });
    const error = await rejectionOf(retry(client, options).messages.create(question));
    expect(error).toBeInstanceOf(Anthropic.APIConnectionTimeoutError);
    expect(options.decisions).toMatchObject([{ action: 'retry' }, { reason: 'attempts-spent' }]);
  });

  test('ends at once when its caller aborts while it waits', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const aborter = new AbortController();
    const options = watched({ onDecision: () => aborter.abort() });
    const error = await rejectionOf(
      retry(client, { ...options, clock: virtualClock() }).messages.create(question, { signal: aborter.signal }),
    );
    expect(error).toBeInstanceOf(Anthropic.APIUserAbortError);
    expect(simulator.calls).toHaveLength(1);
  });
});

/** What is never answered. */
function silence(signal: AbortSignal | null | undefined): Promise<Response> {
  return new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(reasonOf(signal)));
  });
}

function limited(headers: Readonly<Record<string, string>>): Response {
  return Response.json(
    { type: 'error', error: { type: 'rate_limit_error', message: 'This request would exceed your rate limit.' } },
    { status: 429, headers },
  );
}

describe('the wait', () => {
  test.each([
    ['milliseconds', { 'retry-after-ms': '1500' }, 1650],
    ['seconds', { 'retry-after': '7' }, 7700],
    ['a fraction of a second', { 'retry-after': '0.5' }, 550],
    ['a date, by the clock of the answer', httpDates(30, 20), 11_000],
    ['a date, by the own clock', { 'retry-after': httpDates(20, 0)['retry-after'] }, 21_000],
    ['a negative number, for none', { 'retry-after': '-5' }, 2000],
    ['nothing that can be read', { 'retry-after': 'soon' }, 2000],
    ['nothing at all', {}, 2000],
    ['the last reset of used-up limits', resets(), 33_000 - 2000],
  ])('is as long as the answer asks: %s', async (_, headers, waitMs) => {
    const options = watched();
    let calls = 0;
    const send = retryFetch(async () => ((calls += 1), calls === 1 ? limited(headers) : Response.json({})), options);
    await send(url, { method: 'POST', body: JSON.stringify(question) });
    expect(options.clock.waits).toEqual([waitMs]);
  });

  test('is not begun when it is longer than anybody waits', async () => {
    const options = watched();
    const send = retryFetch(async () => limited({ 'retry-after': '3037' }), options);
    await send(url, { method: 'POST', body: '{}' });
    expect(options.decisions).toMatchObject([{ action: 'stop', reason: 'wait-too-long', waitMs: 3_037_000 }]);
    expect(options.clock.waits).toEqual([]);
  });
});

/** A moment, in seconds after the start of the clock. */
function later(seconds: number): Date {
  return new Date(patientClock().now() + seconds * 1000);
}

function httpDates(seconds: number, sentAt: number): { readonly 'retry-after': string; readonly date: string } {
  return { 'retry-after': later(seconds).toUTCString(), date: later(sentAt).toUTCString() };
}

function resets(): Readonly<Record<string, string>> {
  return {
    date: later(0).toUTCString(),
    'anthropic-ratelimit-requests-remaining': '0',
    'anthropic-ratelimit-requests-reset': later(30).toISOString(),
    'anthropic-ratelimit-input-tokens-remaining': '0',
    'anthropic-ratelimit-input-tokens-reset': later(10).toISOString(),
  };
}

describe('what calls share', () => {
  test('one budget, so that an outage is not multiplied', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const options = watched({ attempts: 10, breaker: false, share: createRetryShare({ budgetTokens: 20 }) });
    const patient = retry(client, options);
    for (let call = 0; call < 5; call += 1) await rejectionOf(patient.messages.create(question));
    // Five first attempts, and the four retries that the budget pays for.
    expect(simulator.calls).toHaveLength(9);
    expect(options.decisions.filter(({ reason }) => reason === 'budget-spent')).toHaveLength(5);
  });

  test('a breaker, which opens, lets one call through after its pause, and closes', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const options = watched({ attempts: 1, breaker: { failures: 3, coolDownMs: 10_000 } });
    const careful = retry(client, options);
    for (let call = 0; call < 3; call += 1) await rejectionOf(careful.messages.create(question));
    const held = await rejectionOf(careful.messages.create(question));
    expect(held).toBeInstanceOf(CircuitOpenError);
    expect(held).toMatchObject({ code: 'circuit-open', failedWith: 'overloaded', waitMs: 10_000 });
    expect(simulator.calls).toHaveLength(3);
    expect(options.decisions.at(-1)).toMatchObject({ action: 'stop', reason: 'circuit-open' });

    options.clock.advance(10_000);
    await rejectionOf(careful.messages.create(question));
    expect(simulator.calls).toHaveLength(4);
    expect(await rejectionOf(careful.messages.create(question))).toMatchObject({ waitMs: 20_000 });

    simulator.heal();
    options.clock.advance(20_000);
    await careful.messages.create(question);
    await careful.messages.create(question);
    expect(simulator.calls).toHaveLength(6);
  });

  test('a breaker for each model: one that is overloaded holds no other back', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded', model: 'claude-sonnet-5' }] });
    const careful = retry(client, watched({ attempts: 1, breaker: { failures: 1 } }));
    await rejectionOf(careful.messages.create(question));
    await expect(careful.messages.create({ ...question, model: 'claude-haiku-4-5' })).resolves.toBeDefined();
  });

  test('a breaker that an aborted attempt does not hold, also after a stream began anew', async () => {
    const aborter = new AbortController();
    const options = watched({ restart: () => true, breaker: { failures: 1, coolDownMs: 1000 } });
    const answers: (() => Promise<Response>)[] = [
      async () => sse(half()),
      () => (aborter.abort(), Promise.reject(reasonOf(aborter.signal))),
      async () => sse(whole()),
    ];
    const send = retryFetch(() => answers.shift()?.() ?? Promise.reject(new Error('sent too often')), options);
    const ask = (): Promise<Response> => send(url, { method: 'POST', body: '{}', signal: aborter.signal });
    const broken = await ask();
    await rejectionOf(broken.text());
    expect(options.decisions).toMatchObject([{ action: 'retry', waitMs: 2000 }]);
    const next = await send(url, { method: 'POST', body: '{}' });
    expect(await next.text()).toBe(whole());
  });

  test('a breaker that says how long the attempt that decides may take', async () => {
    const options = watched({ attempts: 1, breaker: { failures: 1, coolDownMs: 10_000 } });
    const answers: (() => Promise<Response>)[] = [
      async () => Response.json(overloaded, { status: 529 }),
      () => new Promise(() => undefined),
      async () => sse(whole()),
    ];
    const send = retryFetch(() => answers.shift()?.() ?? Promise.reject(new Error('sent too often')), options);
    const ask = (): Promise<Response> => send(url, { method: 'POST', body: '{}' });
    await ask();
    options.clock.advance(10_000);
    void ask();
    options.clock.advance(4000);
    expect(await rejectionOf(ask())).toMatchObject({ code: 'circuit-open', waitMs: 6000 });
    options.clock.advance(6000);
    expect(await (await ask()).text()).toBe(whole());
  });

  test('no breaker for refusals, which show that the service works', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'api-key-invalid' }] });
    const careful = retry(client, watched({ breaker: { failures: 1 } }));
    for (let call = 0; call < 3; call += 1) await rejectionOf(careful.messages.create(question));
    expect(simulator.calls).toHaveLength(3);
  });
});

describe('a stream', () => {
  test('that fails before any output is sent again, and nobody notices', async () => {
    const start = event('message_start', { message: { id: 'msg_01A', content: [] } });
    const bodies = [start + event('error', { error: { type: 'overloaded_error', message: 'Overloaded' } }), whole()];
    const options = watched();
    const send = retryFetch(async () => sse(bodies.shift() ?? ''), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    expect(await response.text()).toBe(whole());
    expect(options.decisions).toMatchObject([{ action: 'retry', cause: 'overloaded' }]);
  });

  test('that fails after output is left as it is, and told', async () => {
    const { simulator, client } = await simulated();
    simulator.inject('overloaded-inside-stream');
    const options = watched();
    const stream = await retry(client, options).messages.create({ ...question, stream: true });
    const types: string[] = [];
    const error = await rejectionOf(
      (async () => {
        for await (const { type } of stream) types.push(type);
      })(),
    );
    expect(error).toMatchObject({ type: 'overloaded_error' });
    expect(simulator.calls).toHaveLength(1);
    if (types.includes('content_block_delta'))
      expect(options.decisions).toMatchObject([{ action: 'stop', reason: 'output-delivered' }]);
  });

  test('begins anew after output when the program takes back what it showed', async () => {
    const cut = half();
    const bodies = [cut, whole()];
    let shown = '';
    const options = watched({
      restart: ({ hasOutput }) => {
        expect(hasOutput).toBe(true);
        shown = '';
        return true;
      },
    });
    const send = retryFetch(async () => sse(bodies.shift() ?? ''), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    await response.body
      ?.pipeThrough(new TextDecoderStream())
      .pipeTo(new WritableStream<string>({ write: (piece) => void (shown += piece) }));
    expect(shown).toBe(whole());
    expect(options.decisions).toMatchObject([{ action: 'retry', cause: 'overloaded' }]);
  });

  test('is not begun anew when the program says no', async () => {
    const cut = half();
    const options = watched({ restart: () => false });
    const send = retryFetch(async () => sse(cut), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    expect(await response.text()).toBe(cut);
    expect(options.decisions).toMatchObject([{ action: 'stop', reason: 'output-delivered' }]);
  });

  test('that falls silent is given up, and sent again when it has said nothing', async () => {
    const silent = new ReadableStream<Uint8Array>({ start: (controller) => controller.enqueue(encoded(ping)) });
    const bodies = [sse(silent), sse(whole())];
    const options = watched({ silenceMs: 30_000 });
    const clock = virtualClock();
    const send = retryFetch(async () => bodies.shift() ?? sse(''), { ...options, clock, random: () => 0 });
    const call = send(url, { method: 'POST', body: '{}' });
    await vi.waitFor(() => {
      clock.advance(10_000);
      expect(options.decisions).toMatchObject([{ action: 'retry', cause: 'stream-stalled' }]);
    });
    await vi.waitFor(() => clock.advance(1));
    expect(await (await call).text()).toBe(whole());
  });

  test.each([
    ['while it waits for the next attempt', 1],
    ['while the next attempt is under way', 2],
  ])('that begins anew is closed when its reader left %s', async (_, leftAt) => {
    let isClosed = false;
    const second = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(encoded(delta('The Danube.'))),
      cancel: () => void (isClosed = true),
    });
    let arrive: ((response: Response) => void) | undefined;
    const arrived = new Promise<Response>((resolve) => (arrive = resolve));
    const clock = virtualClock();
    let sent = 0;
    const options = { ...watched({ restart: () => true }), clock };
    const send = retryFetch(() => ((sent += 1), sent === 1 ? Promise.resolve(sse(half())) : arrived), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    const reader = response.body?.getReader();
    await reader?.read();
    await reader?.read();
    const rest = reader?.read();
    await vi.waitFor(() => expect(options.decisions).toMatchObject([{ action: 'retry' }]));
    if (leftAt === 2) {
      await vi.waitFor(() => {
        clock.advance(2000);
        expect(sent).toBe(2);
      });
    }
    await reader?.cancel();
    expect(await rest).toMatchObject({ done: true });
    clock.advance(2000);
    arrive?.(sse(second));
    if (leftAt === 2) await vi.waitFor(() => expect(isClosed).toBe(true));
    await turn();
    expect(sent).toBe(leftAt);
  });

  test('whose reader leaves is closed, and nothing is told', async () => {
    let isClosed = false;
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(encoded(delta('on and on'))),
      cancel: () => void (isClosed = true),
    });
    const options = watched();
    const send = retryFetch(async () => sse(endless), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    await response.body?.cancel();
    expect(isClosed).toBe(true);
    expect(options.decisions).toEqual([]);
  });
});

const url = 'https://api.anthropic.com/v1/messages';
/** Until everything is done that waits for nothing. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const overloaded = { error: { type: 'overloaded_error', message: 'Overloaded' } };

function event(type: string, rest: object): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
}

const ping = event('ping', {});

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function delta(text: string): string {
  return event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } });
}

/** What breaks off after some output. */
function half(): string {
  return event('message_start', { message: {} }) + delta('Half an ans') + event('error', overloaded);
}

function whole(): string {
  return event('message_start', { message: {} }) + delta('The Danube.') + event('message_stop', {});
}

function sse(body: string | ReadableStream): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

test.each([
  ['that may begin anew', { restart: () => true }],
  ['that may not', {}],
])('a stream %s is not taken for cut when its reader leaves while it waits', async (_, more) => {
  const options = watched(more);
  const silent = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoded(event('message_start', { message: {} }) + delta('The Dan'))),
  });
  const send = retryFetch(async () => sse(silent), options);
  const reader = (await send(url, { method: 'POST', body: '{}' })).body?.getReader();
  const readToEnd = async (): Promise<void> => {
    while ((await reader?.read())?.done === false);
  };
  const reading = readToEnd();
  await turn();
  await reader?.cancel();
  await reading;
  await turn();
  expect(options.decisions).toEqual([]);
});

describe('an answer that must not have a body', () => {
  test.each([204, 205])('is judged like any other, and reaches the program: %i', async (status) => {
    const options = watched({ attempts: 2 });
    const send = retryFetch(async () => new Response(null, { status, headers: { 'request-id': 'req_011C' } }), options);
    const response = await send(url, { method: 'POST', body: '{}' });
    expect(response).toMatchObject({ status, body: null });
    expect(response.headers.get('request-id')).toBe('req_011C');
    expect(options.failures[0]).toMatchObject({ ending: 'broken', status });
  });

  test('is final for the SDK further out, too', async () => {
    const send = retryFetch(async () => new Response(null, { status: 304 }), watched());
    const headers = { 'x-stainless-retry-count': '0' };
    const response = await send(url, { method: 'POST', body: '{}', headers });
    expect(response.status).toBe(304);
    expect(response.headers.get('x-should-retry')).toBe('false');
  });
});

describe('any action', () => {
  test('is run again by the cause of what it throws', async () => {
    const { simulator, client } = await simulated({ faults: [{ fault: 'overloaded', next: 1 }] });
    const options = watched();
    const answer = await retryCall(
      ({ number }) => client.messages.create(question).then(({ id }) => ({ id, number })),
      options,
    );
    expect(answer.number).toBe(2);
    expect(simulator.calls).toHaveLength(2);
  });

  test('is not run again for a mistake of the program, or for a refusal', async () => {
    const options = watched();
    await expect(
      retryCall(async () => {
        throw new TypeError('Cannot read properties of undefined');
      }, options),
    ).rejects.toThrow(TypeError);
    const { client } = await simulated({ faults: [{ fault: 'api-key-invalid' }] });
    await rejectionOf(retryCall(() => client.messages.create(question), options));
    expect(options.decisions).toMatchObject([{ reason: 'cannot-heal' }, { reason: 'cannot-heal' }]);
  });

  test('is not run again once it has delivered output', async () => {
    const options = watched();
    let runs = 0;
    const error = await rejectionOf(
      retryCall(async ({ delivered }) => {
        runs += 1;
        delivered();
        throw new Error('529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}');
      }, options),
    );
    expect(error).toBeInstanceOf(Error);
    expect(runs).toBe(1);
    expect(options.decisions).toMatchObject([{ action: 'stop', reason: 'output-delivered', cause: 'overloaded' }]);
  });
});
