import type { Platform } from '../core/evidence.ts';
import type { Learned, ProbeFinding, ProbeOutcome, Target } from '../core/probe.ts';
import type { Failed, HttpAnswer, HttpQuestion } from '../core/world.ts';
import { answerFinding, connectionFinding } from './failure.ts';

type Answered = Exclude<HttpAnswer, Failed>;

/** The version header under which all models answer. */
const apiVersion = '2023-06-01';

/** Whether the calls of the Claude API can be made there as they are: the API itself, its twin on AWS, gateways. */
export function isAnthropicSurface(platform: Platform): boolean {
  return platform === 'direct' || platform === 'aws' || platform === 'gateway';
}

/** How a call differs from a bare `GET`. */
export interface CallOptions {
  readonly withKey?: boolean;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A call to the target, by the way that programs take. */
export function callTo(target: Target, path: string, { withKey = false, body, headers }: CallOptions): HttpQuestion {
  return {
    method: body === undefined ? 'GET' : 'POST',
    url: `${target.baseUrl}${path}`,
    headers: {
      accept: 'application/json',
      'user-agent': 'faultline-doctor',
      'anthropic-version': apiVersion,
      ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': `${byteLength(body)}` }),
      ...headers,
      ...(withKey ? credentialHeaders(target, headers?.['anthropic-beta']) : {}),
    },
    ...(body === undefined ? {} : { body }),
    ...(target.proxy ? { proxy: { url: target.proxy.url } } : {}),
  };
}

function credentialHeaders({ credential }: Target, betas?: string): Readonly<Record<string, string>> {
  if (!credential) return {};
  if (credential.header === 'x-api-key') return { 'x-api-key': credential.value };
  // Access tokens of a sign-in are refused without this value.
  const isSignIn = credential.value.startsWith('sk-ant-oat');
  return {
    authorization: `Bearer ${credential.value}`,
    ...(isSignIn ? { 'anthropic-beta': betas === undefined ? signInBeta : `${betas},${signInBeta}` } : {}),
  };
}

const signInBeta = 'oauth-2025-04-20';

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/** Failures that can pass by themselves: overload, faults of the service, limits per minute. */
export function mayPass({ status, headers, body }: Answered): boolean {
  if (headers['x-should-retry'] === 'false' || /spend_limit_reached/.test(body)) return false;
  return status === 408 || status === 429 || status >= 500;
}

/** A call that failed, as the outcome of its probe. One that may pass is left for the simple retry to decide. */
export function refusedCall(
  answer: Answered,
  what: string,
  again: NonNullable<Learned['transient']>,
  rest: Partial<ProbeFinding> = {},
): ProbeOutcome {
  const passing = mayPass(answer);
  const saw = `${what} was answered with ${answer.status}${messageIn(answer)}`;
  const findings = [answerFinding(answer, { saw, isDecisive: !passing, ...rest })];
  return { kind: 'finding', findings, ...(passing ? { learned: { transient: again } } : {}) };
}

/** A call that got no answer; it is left for the simple retry to decide. */
export function brokenCall(
  failed: Failed,
  what: string,
  target: Target,
  again: NonNullable<Learned['transient']>,
): ProbeOutcome {
  const saw = `${what} got no answer (\`${failed.code}\`).`;
  return {
    kind: 'finding',
    findings: noAnswer(failed, target, { saw, isDecisive: false }),
    learned: { transient: again },
  };
}

/** An answer that began and never ended: it was cut, it fell silent (or is slower than one limit can show), or it drips. */
export function cutAnswer(
  failed: Failed,
  { status, quietMs }: NonNullable<Failed['begun']>,
  target: Target,
  { what, isDecisive }: { readonly what: string; readonly isDecisive: boolean },
): readonly ProbeFinding[] {
  const began = `The answer of \`${target.host}\` to ${what} began (${status})`;
  if (failed.code !== 'ETIMEDOUT') {
    const saw = `${began}, and broke off before its end (\`${failed.code}\`).`;
    return [connectionFinding(failed, target, { cause: 'stream-interrupted', saw, isDecisive })];
  }
  const within = `within ${Math.round(failed.tookMs)} ms`;
  if (quietMs < failed.tookMs / 3) {
    const saw = `${began} and came piece by piece, so slowly that it had no end ${within}.`;
    return [connectionFinding(failed, target, { cause: 'response-timeout', saw, isDecisive })];
  }
  return [
    connectionFinding(failed, target, {
      cause: 'stream-stalled',
      saw: `${began}, and its rest did not come ${within}.`,
      isDecisive,
    }),
    connectionFinding(failed, target, {
      cause: 'response-timeout',
      certainty: 'possible',
      saw: 'It could also come so slowly that the next piece lay beyond that limit.',
      isDecisive: false,
    }),
  ];
}

/** A call over a connection that stands, to which no answer came. */
export function noAnswer(
  failed: Failed,
  target: Target,
  rest: Pick<ProbeFinding, 'saw' | 'isDecisive'>,
): readonly ProbeFinding[] {
  if (failed.begun) return cutAnswer(failed, failed.begun, target, { what: 'a call', isDecisive: rest.isDecisive });
  if (failed.code !== 'ETIMEDOUT') return [connectionFinding(failed, target, rest)];
  // It is the answer that is late here: the connection was seen to come about before.
  const late = { ...failed, code: 'UND_ERR_HEADERS_TIMEOUT', message: 'Request timed out' };
  return [connectionFinding(late, target, { cause: 'response-timeout', ...rest })];
}

/** The API's message, ready to end a sentence. */
function messageIn({ body }: Answered): string {
  const message = /"message"\s*:\s*("(?:[^"\\]|\\.){1,400}")/.exec(body)?.[1];
  return message === undefined ? '.' : `: ${message}.`;
}
