import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { isArray, isObject, numberOf, textOf } from '../../core/json.ts';
import { isClaudeCall, type OpenedRequest } from './claude-call.ts';
import { listenIn } from './listen-in.ts';
import { undiciSocket } from './watch-http2.ts';
import { watchedCall, type CallWatch, type WatchedCall } from './watched-call.ts';

/**
 * Watches every call of the Claude API that the fetch of Node and any undici of this thread make, by the channels that
 * both report on. The calls themselves are not touched. The result ends the watch, and tells the calls under way as
 * stopped.
 */
export function watchUndici({ onCall, onExchange }: CallWatch): () => void {
  const calls = new Map<object, WatchedCall>();
  const used = new WeakSet<object>();
  const end = (request: object, exchange: Exchange | undefined): void => {
    calls.delete(request);
    if (exchange) onExchange(exchange);
  };

  const listeners: Readonly<Record<string, (request: object, message: Message) => void>> = {
    'undici:request:create'(request) {
      const opened = openedRequest(request);
      if (!opened || !isClaudeCall(opened) || !onCall(opened)) return;
      const call = watchedCall({ ...opened, method: textOf(Reflect.get(request, 'method')) ?? 'GET' });
      calls.set(request, call);
      // Bodies are on no channel of most versions; a request is told of each piece by these.
      listenTo(request, ['onBodySent'], call.sent);
      listenTo(request, ['onData', 'onResponseData'], call.received);
    },
    'undici:client:sendHeaders'(request, { socket }) {
      if (typeof socket !== 'object' || socket === null) return;
      if (used.has(socket)) calls.get(request)?.onUsedConnection();
      used.add(socket);
    },
    'undici:request:bodySent'(request) {
      calls.get(request)?.allSent();
    },
    'undici:request:headers'(request, { response }) {
      if (!isObject(response)) return;
      calls.get(request)?.answered({
        status: numberOf(response.statusCode) ?? 0,
        statusText: textOf(response.statusText) ?? '',
        headers: textsOf(response.headers),
      });
    },
    'undici:request:trailers'(request) {
      end(request, calls.get(request)?.ended());
    },
    'undici:request:error'(request, { error }) {
      end(request, calls.get(request)?.failed(error));
    },
  };

  subscribe('undici:client:connected', mark);
  const heard = Object.entries(listeners).map(([channel, listener]) => {
    const hear = (message: unknown): void => {
      // What goes wrong here must not reach the call: its record is lost, and nothing else.
      try {
        if (isObject(message) && isObject(message.request)) listener(message.request, message);
      } catch {
        if (isObject(message) && isObject(message.request)) calls.delete(message.request);
      }
    };
    subscribe(channel, hear);
    return (): boolean => unsubscribe(channel, hear);
  });

  return () => {
    unsubscribe('undici:client:connected', mark);
    for (const stop of heard) stop();
    for (const [request, call] of calls) end(request, call.stopped());
  };
}

/** So that the same call is not told again by `node:http2`, through which undici speaks HTTP/2. */
function mark(message: unknown): void {
  const socket = isObject(message) ? message.socket : undefined;
  if (isObject(socket)) Reflect.defineProperty(socket, undiciSocket, { value: true });
}

type Message = Readonly<Record<string, unknown>>;

function openedRequest(request: object): OpenedRequest | undefined {
  const origin: unknown = Reflect.get(request, 'origin');
  const path = textOf(Reflect.get(request, 'path'));
  const address = origin instanceof URL ? origin.origin : textOf(origin);
  if (address === undefined || path === undefined) return undefined;
  return { origin: address.replace(/\/$/, ''), path, headers: headersOf(Reflect.get(request, 'headers')) };
}

/** A list of names and values; text, as old versions have it. */
function headersOf(headers: unknown): readonly string[] {
  if (typeof headers !== 'string') return textsOf(headers);
  return headers.split('\r\n').flatMap((line) => {
    const [, name, value] = /^([^:]+): ?(.*)$/.exec(line) ?? [];
    return name === undefined ? [] : [name, value ?? ''];
  });
}

function textsOf(list: unknown): readonly string[] {
  if (!isArray(list)) return isObject(list) ? Object.entries(list).flatMap(fieldsOf) : [];
  return list.map((item) => (item instanceof Uint8Array ? Buffer.from(item).toString('latin1') : String(item)));
}

/** Of HTTP/2, newer versions have the fields by name, with a list where a name comes more than once. */
function fieldsOf([name, value]: readonly [string, unknown]): readonly string[] {
  return (isArray(value) ? value : [value]).flatMap((one) => [name, String(one)]);
}

/** Has the first of the named methods of a request tell what it is given before it does what it always does. */
function listenTo(request: object, names: readonly string[], listener: (piece: Uint8Array) => void): void {
  const name = names.find((one) => typeof Reflect.get(request, one) === 'function');
  if (name === undefined) return;
  listenIn(request, name, {
    before(args) {
      const piece = args.find((arg) => arg instanceof Uint8Array || typeof arg === 'string');
      if (piece instanceof Uint8Array) listener(piece);
      else if (typeof piece === 'string') listener(Buffer.from(piece));
    },
  });
}
