import Anthropic, { type ClientOptions } from '@anthropic-ai/sdk';
import { expect, onTestFinished } from 'vitest';
import {
  startSimulator,
  virtualClock,
  type Simulator,
  type SimulatorOptions,
  type VirtualClock,
} from '../../src/simulator/index.ts';

/** A simulator in virtual time that stops with the test. */
export async function simulated(
  options: SimulatorOptions = {},
): Promise<{ readonly simulator: Simulator; readonly client: Anthropic; readonly clock: VirtualClock }> {
  const clock = virtualClock();
  const simulator = await startSimulator({ clock, ...options });
  onTestFinished(() => simulator.stop());
  return { simulator, client: clientOf(simulator), clock };
}

/** The official SDK, pointed at a simulator, without retries. */
export function clientOf(simulator: Simulator, options: ClientOptions = {}): Anthropic {
  return new Anthropic({
    baseURL: simulator.url,
    apiKey: simulator.env['ANTHROPIC_API_KEY'] ?? '',
    maxRetries: 0,
    ...options,
  });
}

/** The fetch of Node with limits of a moment in place of five minutes. */
export function impatientFetch(limitMs: number): typeof fetch {
  const current: unknown = Reflect.get(globalThis, Symbol.for('undici.globalDispatcher.1'));
  const agent: unknown = typeof current === 'object' && current ? current.constructor : undefined;
  if (typeof agent !== 'function') throw new Error('This Node has no dispatcher to make one like it.');
  const dispatcher: unknown = Reflect.construct(agent, [{ headersTimeout: limitMs, bodyTimeout: limitMs }]);
  return (input, init) => {
    const impatient: RequestInit = { ...init };
    Reflect.set(impatient, 'dispatcher', dispatcher);
    return fetch(input, impatient);
  };
}

/** What a promise rejects with. */
export async function rejectionOf(promise: PromiseLike<unknown>): Promise<unknown> {
  try {
    await promise;
  } catch (error) {
    return error;
  }
  throw new Error('The call went through.');
}

/** A response header of an error of the SDK. */
export function headerOf(error: unknown, name: string): string | undefined {
  const headers: unknown = error instanceof Anthropic.APIError ? error.headers : undefined;
  return headers instanceof Headers ? (headers.get(name) ?? undefined) : undefined;
}

/** Any text of a form, for comparing objects. */
export function like(pattern: RegExp): unknown {
  return expect.stringMatching(pattern);
}

/** Any value of a type, for comparing objects. */
export function some(type: typeof String | typeof Number): unknown {
  return expect.any(type);
}
