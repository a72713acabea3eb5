import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Duplex } from 'node:stream';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { isArray, isObject, numberOf, textOf } from '../../core/json.ts';
import { isClaudeCall, type OpenedRequest } from './claude-call.ts';
import { listenIn } from './listen-in.ts';
import { watchedCall, type CallWatch, type WatchedCall } from './watched-call.ts';

/** Marks connections over which undici speaks: what goes over them is reported on its own channels. */
export const undiciSocket = Symbol('faultline.undici');

/**
 * Watches every call of the Claude API that goes through `node:http2` in this thread, by the channels on which it reports
 * (from Node 22.17 and 24.2 on). The result ends the watch, and tells the calls under way as stopped.
 */
export function watchHttp2({ onCall, onExchange }: CallWatch): () => void {
  const calls = new Map<Duplex, WatchedCall>();
  /** Streams that the program gave up. */
  const left = new WeakSet<Duplex>();
  const end = (stream: Duplex, exchange: Exchange | undefined): void => {
    calls.delete(stream);
    if (exchange) onExchange(exchange);
  };

  const listeners: Readonly<Record<string, (stream: Duplex, message: Message) => void>> = {
    'http2.client.stream.created'(stream, { headers }) {
      const opened = isObject(headers) && socketOf(stream, undiciSocket) !== true ? openedRequest(headers) : undefined;
      if (!opened || !isClaudeCall(opened) || !onCall(opened)) return;
      const call = watchedCall(opened);
      calls.set(stream, call);
      const take = ([piece, encoding]: readonly unknown[]): void => {
        if (piece instanceof Uint8Array) call.sent(piece);
        else if (typeof piece === 'string') call.sent(Buffer.from(piece, encodingOf(encoding)));
      };
      const leave = (): void => {
        // What comes from the other side has closed the stream by now, and what comes from the connection the session.
        if (!stream.closed && !isSessionGone(stream)) left.add(stream);
      };
      listenIn(stream, 'write', { after: take });
      listenIn(stream, 'end', { after: take });
      listenIn(stream, 'close', { before: leave });
      listenIn(stream, 'destroy', { before: leave });
      listenIn(stream, 'push', {
        before([piece]) {
          if (piece instanceof Uint8Array) call.received(piece);
          else if (piece === null && isWhole(stream) && !left.has(stream)) end(stream, call.ended());
        },
      });
      stream.once('finish', () => call.allSent());
    },
    'http2.client.stream.finish'(stream, { headers }) {
      if (!isObject(headers)) return;
      calls
        .get(stream)
        ?.answered({ status: numberOf(headers[':status']) ?? 0, statusText: '', headers: fieldsOf(headers) });
    },
    'http2.client.stream.error'(stream, { error }) {
      end(stream, calls.get(stream)?.failed(left.has(stream) ? undefined : error));
    },
    'http2.client.stream.close'(stream) {
      const call = calls.get(stream);
      if (!call) return;
      if (left.has(stream)) end(stream, call.failed(undefined));
      else end(stream, isWhole(stream) ? call.ended() : call.failed(lossOf(stream)));
    },
  };

  const heard = Object.entries(listeners).map(([channel, listener]) => {
    const hear = (message: unknown): void => {
      if (!isObject(message) || !(message.stream instanceof Duplex)) return;
      // What goes wrong here must not reach the call: its record is lost, and nothing else.
      try {
        listener(message.stream, message);
      } catch {
        calls.delete(message.stream);
      }
    };
    subscribe(channel, hear);
    return (): boolean => unsubscribe(channel, hear);
  });

  return () => {
    for (const stop of heard) stop();
    for (const [stream, call] of calls) end(stream, left.has(stream) ? call.failed(undefined) : call.stopped());
  };
}

type Message = Readonly<Record<string, unknown>>;

function openedRequest(headers: Message): (OpenedRequest & { readonly method: string }) | undefined {
  const path = textOf(headers[':path']) ?? '/';
  const authority = textOf(headers[':authority']) ?? textOf(headers['host']);
  if (authority === undefined) return undefined;
  const origin = `${textOf(headers[':scheme']) ?? 'https'}://${authority}`;
  return { origin, path, method: textOf(headers[':method']) ?? 'GET', headers: fieldsOf(headers) };
}

/** Names and values in turn, without those that stand for the first line. */
function fieldsOf(headers: Message): readonly string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(':') ? [] : (isArray(value) ? value : [value]).flatMap((one) => [name, String(one)]),
  );
}

/** Whether nothing has gone wrong with a stream so far. */
function isWhole(stream: Duplex): boolean {
  return (
    (numberOf(Reflect.get(stream, 'rstCode')) ?? 0) === 0 && !stream.errored && Reflect.get(stream, 'aborted') !== true
  );
}

/** A connection that is lost ends its streams without a word. */
function lossOf(stream: Duplex): Error {
  const rstCode = numberOf(Reflect.get(stream, 'rstCode'));
  return Object.assign(new Error(`Stream closed with error code ${rstCode}`), { code: 'ERR_HTTP2_STREAM_ERROR' });
}

function isSessionGone(stream: Duplex): boolean {
  const session: unknown = Reflect.get(stream, 'session');
  return !isObject(session) || session.destroyed === true || socketOf(stream, 'destroyed') === true;
}

/** What the connection of a stream says of itself. */
function socketOf(stream: Duplex, name: string | symbol): unknown {
  const session: unknown = Reflect.get(stream, 'session');
  const socket: unknown = isObject(session) ? session.socket : undefined;
  return isObject(socket) ? Reflect.get(socket, name) : undefined;
}

function encodingOf(encoding: unknown): BufferEncoding {
  return typeof encoding === 'string' && Buffer.isEncoding(encoding) ? encoding : 'utf8';
}
