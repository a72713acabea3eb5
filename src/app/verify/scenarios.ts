import { defineFault } from '../../core/fault.ts';
import type { FaultRule } from '../../simulator/index.ts';

/** The ids of `scenarios`; permanent. */
export type ScenarioId =
  | 'normal'
  | 'live'
  | 'bad-request'
  | 'unauthorized'
  | 'rate-limited'
  | 'overloaded'
  | 'stream-cut'
  | 'safe-error';

/** What an application is put through. */
export interface Scenario {
  readonly id: ScenarioId;
  readonly title: string;
  /** What the simulator does to calls; nothing in a normal call. */
  readonly fault?: FaultRule;
  /** Sending such a request again cannot help. */
  readonly isFinal?: boolean;
}

/** What the 429 asks to wait: as short as whole seconds allow. */
export const toldWaitMs = 1000;

const rateLimited = defineFault({
  id: 'verify-rate-limited',
  cause: 'rate-limit-requests',
  summary: 'Is over the limit of requests a minute, for a second',
  deed: ({ model }) => ({
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message: `This request would exceed your organization's rate limit of 50 requests per minute (model: ${model}). Please try again later.`,
    headers: {
      'retry-after': String(toldWaitMs / 1000),
      'anthropic-ratelimit-requests-limit': '50',
      'anthropic-ratelimit-requests-remaining': '0',
    },
  }),
});

const streamCut = defineFault({
  id: 'verify-stream-cut',
  cause: 'stream-interrupted',
  summary: 'Breaks off in the middle of the answer',
  deed: ({ isStreaming }) => ({ kind: 'wire', how: isStreaming ? 'end-between-events' : 'reset-inside-body' }),
});

const safeError = defineFault({
  id: 'verify-safe-error',
  cause: 'service-unavailable',
  summary: 'Answers as a stub that says nothing but that it cannot',
  deed: {
    kind: 'foreign',
    status: 503,
    headers: { 'content-type': 'application/json', 'x-should-retry': 'false' },
    body: '{"error":{"code":"unavailable","message":"The assistant is not available right now."}}',
  },
});

/** The faults of the scenarios that the list of faults does not have. */
export const scenarioFaults = [rateLimited, streamCut, safeError];

/** A normal call that goes to the API itself, where that is allowed. */
export const liveScenario: Scenario = { id: 'live', title: 'A normal call, to the API itself' };

/** Whether nothing is to go wrong. */
export function isNormal(id: ScenarioId): boolean {
  return id === 'normal' || id === 'live';
}

/** A scenario by its id. */
export function scenarioOf(id: ScenarioId): Scenario {
  return scenarios.find((one) => one.id === id) ?? liveScenario;
}

/** What every application is put through, in order; the normal call is what the others are compared with. */
export const scenarios: readonly Scenario[] = [
  { id: 'normal', title: 'A normal call' },
  {
    id: 'bad-request',
    title: 'A request without a required field (400)',
    fault: { fault: 'field-missing' },
    isFinal: true,
  },
  { id: 'unauthorized', title: 'A key that is refused (401)', fault: { fault: 'api-key-invalid' }, isFinal: true },
  { id: 'rate-limited', title: 'A rate limit with retry-after (429), once', fault: { fault: rateLimited.id, next: 1 } },
  { id: 'overloaded', title: 'An overload without end (529)', fault: { fault: 'overloaded' } },
  { id: 'stream-cut', title: 'An answer that breaks off in the middle', fault: { fault: streamCut.id } },
  { id: 'safe-error', title: 'A stub that returns a safe error (503)', fault: { fault: safeError.id } },
];
