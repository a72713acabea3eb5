import type { ErrorAnswer, WireBreak } from '../core/fault.ts';
import type { JsonObject } from '../core/json.ts';
import { hash } from './draw.ts';

/** One event of a stream: its name is the `type` of its data. */
export type StreamEvent = JsonObject & { readonly type: string };

/** What goes back to the caller. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: ReplyBody;
  /** How the bytes go wrong on their way. */
  readonly wire?: WireBreak;
}

/** The body of a reply: one text, or the events of a stream. */
export type ReplyBody =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'events'; readonly events: readonly StreamEvent[] };

/** The headers that say which request, organization and workspace an answer is of. */
export interface Identity {
  readonly requestId: string;
  readonly organizationId: string;
  readonly workspaceId: string;
}

const transport = {
  'strict-transport-security': 'max-age=31536000; includeSubDomains; preload',
  'x-robots-tag': 'none',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  vary: 'Accept-Encoding',
  server: 'cloudflare',
  'cf-cache-status': 'DYNAMIC',
} as const;

/** The headers of every answer that passed the API's edge. */
function headersOf({ requestId }: Identity): Readonly<Record<string, string>> {
  const ray = hash(requestId).toString(16).padStart(8, '0') + hash(`${requestId}/ray`).toString(16).padStart(8, '0');
  return { ...transport, 'request-id': requestId, 'cf-ray': `${ray}-VIE` };
}

function ownerHeaders({ organizationId, workspaceId }: Identity): Readonly<Record<string, string>> {
  return { 'anthropic-organization-id': organizationId, 'anthropic-workspace-id': workspaceId };
}

/** A successful answer. */
export function jsonReply(value: unknown, identity: Identity, headers: Readonly<Record<string, string>> = {}): Reply {
  return textReply(JSON.stringify(value), 'application/json', identity, headers);
}

/** A successful answer that is no JSON document. */
export function textReply(
  text: string,
  contentType: string,
  identity: Identity,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status: 200,
    headers: { 'content-type': contentType, ...headersOf(identity), ...ownerHeaders(identity), ...headers },
    body: { kind: 'text', text },
  };
}

/** A successful answer as an event stream. */
export function streamReply(
  events: readonly StreamEvent[],
  identity: Identity,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache',
      ...headersOf(identity),
      ...ownerHeaders(identity),
      ...headers,
    },
    body: { kind: 'events', events },
  };
}

/** The body of an error, which an answer, a stream event and a batch result share. */
export function errorBody({ type, message, code, details }: ErrorAnswer, requestId: string): StreamEvent {
  const more = code === undefined ? details : { error_code: code, ...details };
  return {
    type: 'error',
    error: { type, message, ...(more === undefined ? {} : { details: more }) },
    request_id: requestId,
  };
}

/** An error answer. An answer that fails before the credential is known names no organization. */
export function errorReply(error: ErrorAnswer, identity: Identity): Reply {
  const isKnown = error.status !== 401 && error.type !== 'forbidden';
  return {
    status: error.status,
    headers: {
      'content-type': 'application/json',
      ...headersOf(identity),
      ...(isKnown ? ownerHeaders(identity) : {}),
      'x-should-retry': String(isTransient(error)),
      ...error.headers,
    },
    body: { kind: 'text', text: JSON.stringify(errorBody(error, identity.requestId)) },
  };
}

/** Spend limits are 429 too, and no waiting of a client heals them. */
function isTransient({ status, code = '' }: ErrorAnswer): boolean {
  if (code.endsWith('spend_limit_reached') || code === 'skill_read_blocked_undecryptable') return false;
  return status === 408 || status === 409 || status === 429 || status >= 500;
}
