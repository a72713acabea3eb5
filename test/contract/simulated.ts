import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import Anthropic, { type ClientOptions } from '@anthropic-ai/sdk';
import { expect, onTestFinished } from 'vitest';
import type { Fault } from '../../src/core/fault.ts';
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

/** A request that the API takes. */
export const question = {
  model: 'claude-sonnet-5',
  max_tokens: 300,
  messages: [{ role: 'user' as const, content: 'Which rivers flow through Vienna?' }],
};

/** The same with a tool, which some faults need. */
export const questionWithTool = {
  ...question,
  tools: [
    {
      name: 'look_up_river',
      input_schema: { type: 'object' as const, properties: { name: { type: 'string' } }, required: ['name'] },
    },
  ],
};

/** How long a test waits for what never comes. */
export const patienceMs = 200;

/** A simulator in virtual time for a whole file of tests; `fetch` trusts its certificates, also the impatient one. */
export async function trustedSimulator(): Promise<Simulator> {
  const simulator = await startSimulator({ clock: virtualClock() });
  setDefaultCACertificates([...getCACertificates(), simulator.certificateAuthority]);
  // The first call of fetch makes the dispatcher after which the impatient one is built.
  await fetch(`${simulator.url}/api/v2/status.json`);
  return simulator;
}

/** The official SDK, pointed at a fault. */
export async function clientAt(simulator: Simulator, fault: Fault): Promise<Anthropic> {
  return clientOf(simulator, {
    baseURL: await simulator.addressOf(fault.id),
    defaultHeaders: { 'x-faultline-fault': fault.id },
    fetch: impatientFetch(patienceMs),
    logLevel: 'off',
  });
}

/** Asks in the way in which a fault shows. */
export function ask(client: Anthropic, fault: Fault, request: typeof question): Promise<unknown> {
  return fault.needsStream === true
    ? client.beta.messages.stream(request).finalMessage()
    : client.messages.create(request);
}

/** The error of the SDK, or the answer where there is none, as a program has it in hand. */
export async function reported(fault: Fault, simulator: Simulator): Promise<unknown> {
  try {
    return JSON.stringify(await ask(await clientAt(simulator, fault), fault, questionWithTool));
  } catch (error) {
    return error;
  }
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
