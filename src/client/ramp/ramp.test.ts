import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { virtualClock } from '../../simulator/clock.ts';
import { ramp, RampRefusedError, type RampTurn } from './ramp.ts';

/** Lets everything happen that is due within so much virtual time, in steps small enough for answers to follow. */
async function pass(clock: ReturnType<typeof virtualClock>, ms: number, stepMs = 100): Promise<void> {
  for (let passed = 0; passed < ms; passed += stepMs) {
    clock.advance(stepMs);
    await turn();
  }
}

/** What the SDK throws for an answer. */
function apiError(status: number, type: string, message: string, headers: Record<string, string> = {}): Error {
  return Object.assign(new Error(`${status} ${JSON.stringify({ type: 'error', error: { type, message } })}`), {
    status,
    headers: new Headers(headers),
  });
}

const message = { type: 'message', usage: { input_tokens: 120, output_tokens: 30 } };

describe('a ramp in a program', () => {
  test('lets calls through by its steps, and more when they go well', async () => {
    const clock = virtualClock();
    const decisions: string[] = [];
    const line = ramp({
      plan: '60/min,600/min hold=10s calls=5',
      clock,
      onDecision: ({ action }) => decisions.push(action),
    });
    let done = 0;
    for (let call = 0; call < 200; call++) void line.run(async () => message).then(() => done++);
    await pass(clock, 9000);
    expect(done).toBeGreaterThan(7);
    expect(done).toBeLessThan(12);
    await pass(clock, 20_000);
    expect(done).toBe(200);
    expect(decisions).toContain('go-on');
    expect(line.figures().totals).toMatchObject({ succeeded: 200, inputTokens: 24_000, outputTokens: 6000 });
  });

  test('learns the limits from the headers of an answer and keeps to them', async () => {
    const clock = virtualClock();
    const line = ramp({ plan: '600/min', clock });
    const response = new Response(undefined, {
      headers: { 'anthropic-ratelimit-requests-limit': '10', 'anthropic-ratelimit-requests-remaining': '9' },
    });
    let done = 0;
    for (let call = 0; call < 50; call++) void line.run(async () => ({ data: message, response })).then(() => done++);
    await pass(clock, 50_000, 500);
    expect(done).toBeLessThanOrEqual(10);
    expect(line.figures().usage[0]).toMatchObject({ name: 'requests a minute', limit: 10 });
  });

  test('holds every call back while an answer asks to wait', async () => {
    const clock = virtualClock();
    const line = ramp({ plan: '6000/min', clock });
    const overloaded = apiError(529, 'overloaded_error', 'Overloaded', { 'retry-after': '30' });
    await expect(line.run(() => Promise.reject(overloaded))).rejects.toBe(overloaded);
    let isThrough = false;
    void line.admit().then(() => (isThrough = true));
    await pass(clock, 29_900);
    expect(isThrough).toBe(false);
    await pass(clock, 200);
    expect(isThrough).toBe(true);
  });

  test('refuses what comes after a cause that no waiting heals, and sends nothing', async () => {
    const clock = virtualClock();
    const line = ramp({ clock });
    const noKey = apiError(401, 'authentication_error', 'invalid x-api-key');
    const waiting = line.admit().then((first) => line.admit().then(() => first));
    await pass(clock, 100);
    await expect(Promise.race([waiting, Promise.resolve('waits')])).resolves.toBe('waits');
    const stopped = ramp({ clock });
    await expect(stopped.run(() => Promise.reject(noKey))).rejects.toBe(noKey);
    const error = await stopped.admit().catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(RampRefusedError);
    expect(error).toMatchObject({ code: 'ramp-refused', retryAfterMs: undefined });
    expect(String(error)).toContain('api-key-invalid');
  });

  test('turns calls away that would wait too long or in too long a line, and says when to come back', async () => {
    const clock = virtualClock();
    const line = ramp({ plan: '10/min', clock, patience: { calls: 2, ms: 3000 } });
    await line.admit();
    const early = [line.admit(), line.admit()].map((one) => one.catch((thrown: unknown) => thrown));
    await expect(line.admit()).rejects.toMatchObject({ code: 'ramp-refused', retryAfterMs: 5000 });
    await pass(clock, 3100);
    const errors = await Promise.all(early);
    expect(errors.map((one) => one instanceof RampRefusedError)).toEqual([true, true]);
  });

  test('forgets a call whose caller has gone', async () => {
    const clock = virtualClock();
    const line = ramp({ plan: '10/min', clock });
    (await line.admit()).succeeded();
    const controller = new AbortController();
    const left = line.admit({ signal: controller.signal }).catch((thrown: unknown) => thrown);
    let next: RampTurn | undefined;
    void line.admit().then((turned) => (next = turned));
    controller.abort(new Error('gone'));
    await expect(left).resolves.toMatchObject({ message: 'gone' });
    await pass(clock, 6100);
    expect(next).toBeDefined();
  });

  test('lets a share of the calls through that arrive', async () => {
    const clock = virtualClock();
    const line = ramp({ plan: '25%,100% calls=9999', of: 'arrivals', clock, patience: { calls: 0, ms: 1 } });
    let through = 0;
    for (let call = 0; call < 40; call++) {
      await line
        .run(async () => message)
        .then(
          () => through++,
          () => undefined,
        );
      await pass(clock, 100);
    }
    expect(through).toBe(11);
  });

  test('refuses a plan that cannot be used', () => {
    expect(() => ramp({ plan: 'fast' })).toThrow('The plan fast cannot be used: fast is no step.');
  });
});
