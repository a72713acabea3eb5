import type { Incident, IncidentBody } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import type { Verdict } from '../../core/verdict.ts';
import type { BodyText } from './body-text.ts';
import type { Tried } from './calls.ts';
import { callerOf } from './caller.ts';
import type { Exchange } from './exchange.ts';
import type { Outcome } from './outcome.ts';
import { shapeOfRequest } from './request-shape.ts';
import { redacted, sanitizedHeaders, sanitizedPath } from './sanitize.ts';

/** What an incident is made from. */
export interface IncidentParts {
  readonly id: string;
  readonly exchange: Exchange;
  readonly outcome: Outcome;
  readonly verdict: Verdict;
  /** The request's body, as text and parsed. */
  readonly sent: BodyText & { readonly value: unknown };
  readonly tried: Tried;
  readonly observations: readonly string[];
  /** Of its own request. */
  readonly credentials: readonly string[];
  /** Whether bodies are kept. */
  readonly withBodies: boolean;
}

/** Makes the record of a failing call. No secret of the exchange is in it. */
export function incidentOf(parts: IncidentParts): Incident {
  const { id, exchange, outcome, verdict, sent, tried, observations, credentials, withBodies } = parts;
  const { at, method, path, upstream, response, timing, ending } = exchange;
  const shape = shapeOfRequest(sent.value);
  const incident: Incident = {
    id,
    at: new Date(at).toISOString(),
    group: groupOf(verdict, response?.status, path),
    verdict,
    request: {
      method,
      path: sanitizedPath(path),
      headers: sanitizedHeaders(exchange.headers),
      body: keptBody(exchange.body.bytes, sent, withBodies),
      shape,
    },
    upstream,
    ...(response
      ? {
          response: {
            status: response.status,
            statusText: response.statusText,
            headers: sanitizedHeaders(response.headers),
            body: keptBody(response.body.bytes, outcome.answer ?? { isCut: false }, withBodies),
          },
        }
      : {}),
    ...(ending.kind === 'complete' ? {} : { ending: outcome.seen.join('\n') }),
    timing: rounded(timing),
    attempts: tried.attempts.map((attempt) => rounded(attempt)),
    caller: callerOf(exchange),
    observations,
  };
  return redacted(incident, credentials);
}

/** The cause, and the kind of request by which it was met. */
export function groupOf(verdict: Verdict, status: number | undefined, path: string): string {
  const cause = verdict.findings[0]?.cause ?? `unknown-${status ?? 'unanswered'}`;
  return `${cause} ${path.replace(/\?.*/, '').replaceAll(/\b[a-z]+_[A-Za-z0-9]{8,}/g, '*')}`;
}

function keptBody(bytes: number, { text, isCut }: BodyText, withBodies: boolean): IncidentBody {
  return { bytes, ...(withBodies ? present({ text, isCut: isCut ? true : undefined }) : {}) };
}

/** Tenths of milliseconds are as much as can be trusted. */
function rounded<T extends object>(times: T): T {
  const copy = Object.entries(times).map(([name, value]: [string, unknown]) => [
    name,
    typeof value === 'number' ? Math.round(value * 10) / 10 : value,
  ]);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- only numbers were changed, and they stay numbers
  return Object.fromEntries(copy) as T;
}
