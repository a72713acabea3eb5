import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange } from '../capture/exchange/exchange.ts';

/** What a gate is told of a call before it is passed on. */
export interface GatedCall {
  readonly method: string;
  /** As the caller means it, with the query. */
  readonly path: string;
  /** Names and values in turn, as sent. */
  readonly headers: readonly string[];
  /** The beginning of the body, as far as it came with the head. */
  readonly bodyStart: string;
  /** Aborted when the caller goes away. */
  readonly signal: AbortSignal;
}

/** What becomes of a call at a gate: `free` calls are none of its concern. */
export type GateDecision =
  | { readonly kind: 'free' }
  | { readonly kind: 'admitted'; readonly ended: (exchange: Exchange) => void }
  | { readonly kind: 'turned-away'; readonly because: string; readonly retryAfterMs?: number };

/** Lets calls through, one after the other, before anything of them is passed on. */
export interface ProxyGate {
  readonly isFor: (method: string, path: string) => boolean;
  readonly decide: (call: GatedCall) => Promise<GateDecision>;
}

/** Enough to see the model, which clients write first. */
const startBytes = 4096;

/** Asks the gate about a call; undefined when its caller goes away meanwhile. */
export async function atGate(
  gate: ProxyGate,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<GateDecision | undefined> {
  const { method = '', rawHeaders: headers } = request;
  if (!gate.isFor(method, path)) return { kind: 'free' };
  const gone = new AbortController();
  const leave = (): void => gone.abort();
  response.once('close', leave);
  // Who ends his side while he waits is taken for gone: he would be sent on for nothing.
  request.socket.once('end', leave);
  try {
    const bodyStart = await startOf(request, gone.signal);
    return await gate.decide({ method, path, headers, bodyStart, signal: gone.signal });
  } catch (error) {
    if (gone.signal.aborted) return undefined;
    throw error;
  } finally {
    response.off('close', leave);
    request.socket.off('end', leave);
  }
}

/** Looks at the beginning of a body, and leaves it where it is. One that waits for leave to be sent is not asked for. */
function startOf(request: IncomingMessage, signal: AbortSignal): Promise<string> {
  if (request.headers.expect !== undefined || request.readableEnded) return Promise.resolve('');
  return new Promise((resolve) => {
    const look = (): void => {
      request.off('readable', look);
      signal.removeEventListener('abort', look);
      const piece: unknown = signal.aborted ? null : request.read();
      if (!Buffer.isBuffer(piece)) return resolve('');
      request.unshift(piece);
      return resolve(piece.toString('latin1', 0, startBytes));
    };
    request.on('readable', look);
    signal.addEventListener('abort', look);
  });
}

/**
 * Turns a call away in the form of the API's own rate limit, so that every SDK backs off by itself for as long as it is
 * told; nothing of the call was passed on.
 */
export function turnAway(
  request: IncomingMessage,
  response: ServerResponse,
  { because, retryAfterMs }: Extract<GateDecision, { readonly kind: 'turned-away' }>,
): void {
  const body = JSON.stringify({
    type: 'error',
    error: {
      type: 'rate_limit_error',
      message: `Faultline is bringing traffic back step by step, and did not pass this call on. ${because}`,
    },
  });
  request.resume();
  response
    .writeHead(429, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      'x-should-retry': String(retryAfterMs !== undefined),
      ...(retryAfterMs === undefined ? {} : { 'retry-after': String(Math.max(1, Math.ceil(retryAfterMs / 1000))) }),
    })
    .end(body);
}
