import { AsyncLocalStorage } from 'node:async_hooks';
import { context, ROOT_CONTEXT, trace, type Context, type ContextManager, type Span } from '@opentelemetry/api';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { capture, createRetryShare, logger, retry, type LogLine } from '../../src/client/index.ts';
import { patientClock } from './patient-clock.ts';
import { like, question, rejectionOf, simulated, some } from './simulated.ts';

describe('a line', () => {
  test('says what failed, who called, and what was decided', async () => {
    const { client, simulator } = await simulated({
      faults: [{ fault: 'overloaded', next: 1 }, { fault: 'api-key-invalid' }],
    });
    const lines: LogLine[] = [];
    const { onDecision } = logger({ write: (line) => void lines.push(line), spans: false });
    const logged = retry(client, { onDecision, share: createRetryShare(), clock: patientClock(), random: () => 1 });
    await rejectionOf(logged.messages.create(question));
    const common = {
      event: 'claude_attempt_failed',
      time: like(/^2026-11-25T12:00:/),
      certainty: 'proven',
      ending: 'refused',
      model: 'claude-sonnet-5',
      platform: 'gateway',
      host: new URL(simulator.url).host,
      path: '/v1/messages',
      isStreaming: false,
      sdk: 'anthropic-sdk-typescript',
      sdkVersion: like(/^\d+\.\d+\.\d+$/),
      runtime: like(/^node v\d+/),
      requestId: like(/^req_/),
      failedMs: some(Number),
      headersMs: some(Number),
    };
    expect(lines).toEqual([
      {
        ...common,
        cause: 'overloaded',
        side: 'service',
        status: 529,
        type: 'overloaded_error',
        attempt: 1,
        action: 'retry',
        reason: 'transient',
        waitMs: 2000,
      },
      {
        ...common,
        cause: 'api-key-invalid',
        side: 'credentials',
        status: 401,
        type: 'authentication_error',
        attempt: 2,
        action: 'stop',
        reason: 'cannot-heal',
      },
    ]);
  });

  test('is JSON on standard error unless said', async () => {
    const { client } = await simulated({ faults: [{ fault: 'rate-limit-requests' }] });
    const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await rejectionOf(capture(client, logger({ spans: false })).messages.create(question));
    const [line] = write.mock.calls[0] ?? [];
    const parsed: unknown = JSON.parse(String(line));
    expect(parsed).toMatchObject({ cause: 'rate-limit-requests', status: 429, waitMs: some(Number) });
    expect(String(line)).toMatch(/^\{[^\n]*\}\n$/);
    expect(String(line)).not.toContain('Vienna');
  });
});

/** The context of OpenTelemetry, as its SDK for Node keeps it. */
class Contexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }
  with<A extends unknown[], F extends (...args: A) => ReturnType<F>>(
    active: Context,
    action: F,
    _self?: ThisParameterType<F>,
    ...args: A
  ): ReturnType<F> {
    return this.#storage.run(active, () => action(...args));
  }
  bind<T>(_: Context, target: T): T {
    return target;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    return this;
  }
}

/** A span that keeps what it is told. */
function recorded(): { readonly span: Span; readonly attributes: object; readonly events: object[] } {
  const attributes = {};
  const events: object[] = [];
  const span = trace.wrapSpanContext({ traceId: '1'.repeat(32), spanId: '2'.repeat(16), traceFlags: 1 });
  span.setAttributes = (added) => (Object.assign(attributes, added), span);
  span.addEvent = (name, added) => (events.push(Object.assign({ name }, added)), span);
  return { span, attributes, events };
}

describe('the active span', () => {
  beforeAll(() => void context.setGlobalContextManager(new Contexts()));
  afterAll(() => context.disable());

  const call = {
    'gen_ai.operation.name': 'chat',
    'gen_ai.request.model': 'claude-sonnet-5',
    'gen_ai.request.max_tokens': 300,
    'gen_ai.request.stream': false,
    'http.request.method': 'POST',
    'server.address': '127.0.0.1',
    'anthropic.request.id': like(/^req_/),
  };
  const overloaded = {
    'error.type': 'overloaded_error',
    'http.response.status_code': 529,
    'faultline.cause': 'overloaded',
    'faultline.side': 'service',
  };

  test('is marked in the names of the conventions', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded' }] });
    const { span, attributes, events } = recorded();
    const log = logger({ write: () => undefined });
    await context.with(trace.setSpan(context.active(), span), () =>
      rejectionOf(capture(client, log).messages.create(question)),
    );
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expect(attributes).toEqual({ ...call, ...overloaded });
    expect(events).toEqual([{ name: 'faultline.attempt_failed', ...overloaded }]);
  });

  test('is no error where the next attempt went well', async () => {
    const { client } = await simulated({ faults: [{ fault: 'overloaded', next: 1 }] });
    const { span, attributes, events } = recorded();
    const { onDecision } = logger({ write: () => undefined });
    const logged = retry(client, { onDecision, share: createRetryShare(), clock: patientClock(), random: () => 1 });
    await context.with(trace.setSpan(context.active(), span), () => logged.messages.create(question));
    await vi.waitFor(() => expect(events).toHaveLength(1));
    expect(attributes).toEqual(call);
    expect(events).toEqual([
      {
        name: 'faultline.attempt_failed',
        ...overloaded,
        'faultline.retry.action': 'retry',
        'faultline.retry.reason': 'transient',
        'faultline.retry.wait_ms': 2000,
      },
    ]);
  });
});
