import { hash } from 'node:crypto';
import { delayOf } from '../../causes/retry.ts';
import type { RequestPart } from '../../core/evidence.ts';
import type { Incident } from '../../core/incident.ts';
import { isObject, parsedJson, textOf } from '../../core/json.ts';
import type { Verdict } from '../../core/verdict.ts';
import { withoutOwnCredentials } from '../../redactors/own-credentials.ts';
import type { TokenCount } from './answer.ts';
import { bodyText } from './body-text.ts';
import { followCalls, type Tried, type Try } from './calls.ts';
import { followConversations, type Turn } from './conversations.ts';
import type { Exchange } from './exchange.ts';
import { headerIn, headerRecord } from './headers.ts';
import { incidentOf } from './incident.ts';
import { countMessages } from './messages.ts';
import { followNeighbors } from './neighbors.ts';
import { outcomeOf } from './outcome.ts';
import { credentialsOf } from './sanitize.ts';
import { exchangeText } from './text.ts';

/** What an observer is made with. */
export interface ObserverOptions {
  readonly judge: (text: string, request: RequestPart) => Verdict;
  readonly newId: (at: number) => string;
  readonly withBodies: boolean;
  readonly patienceMs?: number;
}

/** What is told of one exchange. */
export interface Observation {
  readonly kind: 'fine' | 'failed' | 'abandoned' | 'stopped';
  readonly tried: Tried;
  readonly tookMs: number;
  readonly tokens?: TokenCount;
  /** For failed ones. */
  readonly failure?: {
    readonly incident: Incident;
    /** Of its request: what must not be found in anything that is written of it. Never written itself. */
    readonly credentials: readonly string[];
  };
}

/** Looks at exchanges in the order in which they end, and makes incidents of those that failed. */
export function observer(options: ObserverOptions): (exchange: Exchange) => Observation {
  const { judge, newId, withBodies, patienceMs } = options;
  const follow = followCalls();
  const converse = followConversations();
  const count = countMessages();
  const neighbors = followNeighbors();
  return (exchange) => {
    const outcome = outcomeOf(exchange, patienceMs);
    const brokenOff = outcome.kind === 'abandoned' || outcome.kind === 'stopped' ? outcome.kind : undefined;
    const isSuspect = outcome.kind === 'failed' || outcome.kind === 'suspect';
    // Most requests go well, and are long: they are made text only where somebody reads it.
    const sent = isSuspect ? bodyText(exchange.body, exchange.headers) : { isCut: false };
    const value = sent.text === undefined ? undefined : parsedJson(sent.text);
    const credentials = isSuspect ? credentialsOf(exchange) : [];
    const text = (): string => exchangeText(exchange, outcome, isObject(value) ? textOf(value.model) : undefined);
    const verdict = isSuspect
      ? judge(withoutOwnCredentials(text(), credentials), requestOf(exchange, value))
      : undefined;
    const hasFailed = verdict !== undefined && (outcome.kind === 'failed' || verdict.outcome !== 'none');
    const key = once(() => keyOf(exchange));
    const tried = follow({ at: exchange.at, tookMs: exchange.timing.endMs, hasFailed, ...marksOf(exchange) }, key);
    const cause = verdict && (verdict.findings[0]?.cause ?? 'unknown');
    // A call counts once: later tries of it tell nothing of others, nor does one whose end nobody waited for.
    const isCounted = !tried.isRetry && brokenOff === undefined;
    const around = isCounted ? neighbors(exchange.at, hasFailed ? cause : undefined) : [];
    const isReadable = !isSuspect || isObject(value);
    const turn = isReadable ? turnOf(count, exchange, key, hasFailed ? verdict : undefined) : undefined;
    const spoiled = turn && brokenOff === undefined ? converse(turn) : [];
    const told = { tried, tookMs: exchange.timing.endMs, ...(outcome.tokens ? { tokens: outcome.tokens } : {}) };
    if (!hasFailed) return { kind: brokenOff ?? 'fine', ...told };
    const observations = [...tried.observations, ...spoiled, ...around];
    const id = newId(exchange.at);
    const parts = { id, exchange, outcome, verdict, sent: { ...sent, value }, tried, credentials, withBodies };
    return { kind: 'failed', ...told, failure: { incident: incidentOf({ ...parts, observations }), credentials } };
  };
}

function keyOf({ method, path, body }: Exchange): string {
  return `${method} ${path} ${body.bytes} ${hash('sha1', body.head, 'base64url')}`;
}

function requestOf({ method, path, upstream, headers }: Exchange, body: unknown): RequestPart {
  return { method, url: upstream + path, headers: headerRecord(headers), ...(body === undefined ? {} : { body }) };
}

function marksOf({ headers, response }: Exchange): Partial<Try> {
  const retry = Number(headerIn(headers, 'x-stainless-retry-count') ?? Number.NaN);
  const counted = Number.isInteger(retry) ? { retry } : {};
  if (!response) return counted;
  const requestId = headerIn(response.headers, 'request-id');
  const { status } = response;
  // What goes well is not followed by another try.
  const waitMs =
    status < 300 ? undefined : delayOf({ response: { status, headers: headerRecord(response.headers) } })?.waitMs;
  return {
    ...counted,
    status,
    ...(requestId === undefined ? {} : { requestId }),
    ...(waitMs === undefined ? {} : { waitMs }),
  };
}

/** The place of a request in its conversation, which is known by its first message; a failure counts where the request is to blame. */
function turnOf(
  count: ReturnType<typeof countMessages>,
  exchange: Exchange,
  key: () => string,
  verdict: Verdict | undefined,
): Turn | undefined {
  const finding = verdict?.findings[0];
  if (verdict && finding?.locus !== 'request') return undefined;
  const messages = count(plainBody(exchange));
  if (!messages) return undefined;
  return {
    conversation: messages.conversation,
    key,
    messages: messages.count,
    ...(finding ? { cause: finding.cause } : {}),
    ...(verdict?.facts.path === undefined ? {} : { path: verdict.facts.path }),
  };
}

/** The bytes of a request, unpacked; what is kept of it. */
function plainBody({ body, headers }: Exchange): Uint8Array {
  const coding = headerIn(headers, 'content-encoding');
  return coding === undefined ? body.head : Buffer.from(bodyText(body, headers).text ?? '');
}

/** For what takes time and mostly is not asked for. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
