import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { isArray, isObject } from '../../core/json.ts';
import { isClaudeCall, type OpenedRequest } from './claude-call.ts';
import { listenIn } from './listen-in.ts';
import { watchedCall, type CallWatch, type WatchedCall } from './watched-call.ts';

/** That the program gave a request up. */
interface Leave {
  readonly because: unknown;
  readonly isConnected: boolean;
}

/** A request of the program, of which it may not be known yet whether it is a call of the API. */
interface Watched {
  /** The call; nothing where it is none of ours. */
  readonly call: () => WatchedCall | undefined;
  /** That the program gave it up, and why: what is lost then was not lost by anybody else. */
  readonly left: () => Leave | undefined;
  readonly end: (exchange: Exchange | undefined) => void;
}

/**
 * Watches every call of the Claude API that goes through `node:http` and `node:https` in this thread, by the channels
 * that both report on. Bodies are on no channel: the one request and the one answer tell of each piece that passes. An
 * answer that nobody reads is not read for that. The result ends the watch, and tells the calls under way as stopped.
 */
export function watchHttp(watch: CallWatch): () => void {
  const requests = new WeakMap<ClientRequest, Watched>();
  const open = new Map<WatchedCall, Watched>();

  const listeners: Readonly<Record<string, (request: ClientRequest, message: Message) => void>> = {
    'http.client.request.created'(request) {
      // A way through a proxy is no call; the call on it is a request of its own. What is given up by now is never sent.
      if (request.method !== 'CONNECT' && !request.destroyed) requests.set(request, watched(request, watch, open));
    },
    'http.client.request.start'(request) {
      requests.get(request)?.call()?.allSent();
    },
    'http.client.response.finish'(request, { response }) {
      const known = requests.get(request);
      const call = known?.call();
      if (!known || !call || !(response instanceof IncomingMessage)) return;
      if (request.reusedSocket) call.onUsedConnection();
      const { statusCode: status = 0, statusMessage: statusText = '', rawHeaders: headers } = response;
      call.answered({ status, statusText, headers });
      const forget = listenIn(response, 'push', {
        before([piece]) {
          if (piece instanceof Uint8Array) call.received(piece);
          if (piece !== null || !response.complete) return;
          forget();
          known.end(call.ended());
        },
      });
      response.once('close', () => known.end(call.failed(lossOf(known, response.errored))));
    },
    'http.client.request.error'(request, { error }) {
      const known = requests.get(request);
      const call = known?.call();
      if (!known || !call) return;
      if (request.reusedSocket) call.onUsedConnection();
      known.end(call.failed(lossOf(known, error)));
    },
  };

  const heard = Object.entries(listeners).map(([channel, listener]) => {
    const hear = (message: unknown): void => {
      // What goes wrong here must not reach the call: its record is lost, and nothing else.
      try {
        if (isObject(message) && message.request instanceof ClientRequest) listener(message.request, message);
      } catch {
        if (isObject(message) && message.request instanceof ClientRequest) requests.delete(message.request);
      }
    };
    subscribe(channel, hear);
    return (): boolean => unsubscribe(channel, hear);
  });

  return () => {
    for (const stop of heard) stop();
    for (const [call, known] of open) known.end(known.left() ? call.failed(lossOf(known, undefined)) : call.stopped());
  };
}

type Message = Readonly<Record<string, unknown>>;

/**
 * Listens to a request. Whether it is a call of the API is seen when its head is sent, as until then headers may come;
 * what is none is let alone from then on.
 */
function watched(request: ClientRequest, { onCall, onExchange }: CallWatch, open: Map<WatchedCall, Watched>): Watched {
  let state: { readonly call?: WatchedCall } | undefined;
  let left: Leave | undefined;
  const known: Watched = {
    call() {
      if (state) return state.call;
      const opened = openedRequest(request);
      if (isClaudeCall(opened) && onCall(opened)) {
        const call = watchedCall({ ...opened, method: request.method });
        state = { call };
        open.set(call, known);
        return call;
      }
      state = {};
      letAlone();
      return undefined;
    },
    left: () => left,
    end(exchange) {
      if (state?.call) open.delete(state.call);
      letAlone();
      if (exchange) onExchange(exchange);
    },
  };
  const take = ([piece, encoding]: readonly unknown[]): void => {
    const call = known.call();
    if (piece instanceof Uint8Array) call?.sent(piece);
    else if (typeof piece === 'string') call?.sent(Buffer.from(piece, encodingOf(encoding)));
  };
  const taps = [
    listenIn(request, 'write', { after: take }),
    listenIn(request, 'end', { after: take }),
    listenIn(request, 'destroy', {
      before([because]) {
        left ??= { because, isConnected: request.socket?.connecting === false };
      },
    }),
  ];
  const letAlone = (): void => {
    for (const stop of taps) stop();
  };
  return known;
}

/** What a call was lost by: nothing where the program has changed its mind, and not where its own time ran out. */
function lossOf({ left }: Watched, error: unknown): unknown {
  const reason = left();
  if (!reason) return error;
  const { because, isConnected } = reason;
  if (!(because instanceof Error)) return undefined;
  const late = [because, because.cause].find((one) => one instanceof Error && hasRunOut(one));
  // Some give the code of a connection that could not be made to every time that runs out.
  return late && isConnected ? new DOMException('The operation was aborted due to timeout', 'TimeoutError') : late;
}

/** The names that clients have for a time of their own that ran out. */
function hasRunOut(error: Error): boolean {
  const code = 'code' in error ? error.code : undefined;
  return error.name === 'TimeoutError' || ['ETIMEDOUT', 'ESOCKETTIMEDOUT', 'ECONNABORTED'].includes(String(code));
}

function openedRequest(request: ClientRequest): OpenedRequest {
  const { protocol, host, path } = request;
  // To a proxy the whole address is given in the place of the path.
  if (/^https?:/i.test(path) && URL.canParse(path)) {
    const url = new URL(path);
    return { origin: url.origin, path: url.pathname + url.search, headers: headersOf(request) };
  }
  const headers = headersOf(request);
  const at = headers.findIndex((name, index) => index % 2 === 0 && name.toLowerCase() === 'host');
  return { origin: `${protocol}//${at < 0 ? host : (headers[at + 1] ?? host)}`, path, headers };
}

/** As they are sent, where they are sent already. */
function headersOf(request: ClientRequest): readonly string[] {
  const sent: unknown = Reflect.get(request, '_header');
  if (typeof sent === 'string') {
    return sent.split('\r\n').flatMap((line, index) => {
      const colon = line.indexOf(': ');
      return index === 0 || colon < 0 ? [] : [line.slice(0, colon), line.slice(colon + 2)];
    });
  }
  return request.getRawHeaderNames().flatMap((name) => {
    const value = request.getHeader(name);
    const values = isArray(value) ? value : [value];
    return values.flatMap((one) => [name, String(one)]);
  });
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}
