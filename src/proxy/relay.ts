import { request as sendRequest, type ClientRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { Exchange, ExchangeEnding } from '../capture/exchange/exchange.ts';
import { lossOf, nextStep, type Course, type CourseCommand, type CourseEvent } from './course.ts';
import { answerHeaders } from './head.ts';
import type { Pair } from './pair.ts';
import { answerLimits, requestLimits, Tap } from './tap.ts';

/** A call that was let in. */
export interface Admitted {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** As the caller means it. */
  readonly path: string;
  /** The path and the headers to be sent. */
  readonly target: string;
  readonly headers: readonly string[];
  readonly pair: Pair;
  readonly upstream: string;
  readonly record: (exchange: Exchange) => void;
}

/** More than Node's own limit, as servers of the API and gateways allow more. */
export const mostHeadBytes = 1 << 16;

/** A call under way. */
export interface Running {
  /** Ends it with the recorder, and tells so, unless it is over. */
  readonly stop: () => void;
}

/** Passes one call on and its answer back, and tells how it went when it is over. */
export function relay(call: Admitted): Running {
  const started = new Relay(call);
  started.start();
  return started;
}

class Relay {
  readonly #call: Admitted;
  readonly #outgoing: ClientRequest;
  readonly #sent = new Tap(requestLimits);
  readonly #received = new Tap(answerLimits);
  readonly #at = Date.now();
  readonly #began = performance.now();
  readonly #done: () => void;
  #course: Course = 'asking';
  #answer: IncomingMessage | undefined;
  #isReused = false;
  #sentMs: number | undefined;
  #firstByteMs: number | undefined;
  #lastByteMs: number | undefined;
  #longestSilenceMs = 0;

  constructor(call: Admitted) {
    this.#call = call;
    this.#done = call.pair.begin();
    this.#outgoing = sendRequest({
      agent: call.pair,
      method: call.request.method ?? 'GET',
      path: call.target,
      headers: call.headers,
      maxHeaderSize: mostHeadBytes,
    });
  }

  start(): void {
    const { request, response } = this.#call;
    const outgoing = this.#outgoing;
    outgoing
      .on('socket', () => {
        this.#isReused = outgoing.reusedSocket;
      })
      .on('response', (answer) => this.#passAnswer(answer))
      .on('continue', () => tryTo(() => response.writeContinue()))
      .on('information', ({ statusCode, rawHeaders }) => {
        if (statusCode === 103) tryTo(() => response.writeEarlyHints({ link: linksIn(rawHeaders) }));
      })
      .on('error', (error) => this.#on({ kind: 'upstream-lost', ...lossOf(error) }))
      .on('drain', () => request.resume());
    let hasWritten = false;
    request
      .on('data', (piece: Buffer) => {
        hasWritten = true;
        this.#sent.add(piece);
        if (!outgoing.write(piece)) request.pause();
      })
      .on('end', () => {
        if (request.rawTrailers.length > 0) tryTo(() => outgoing.addTrailers(pairsOf(request.rawTrailers)));
        outgoing.end();
        this.#sentMs = this.#passed();
      })
      .on('error', () => this.#on({ kind: 'caller-gone' }));
    response.on('drain', () => this.#answer?.resume()).on('close', () => this.#on({ kind: 'caller-gone' }));
    // A body that came with its head is read before this and goes with it; one that is yet to come holds no head back.
    process.nextTick(() => {
      if (!hasWritten) outgoing.flushHeaders();
    });
  }

  stop(): void {
    // A caller that has gone is known by its socket before the answer to it is closed.
    this.#on({ kind: this.#call.request.socket.readable ? 'recorder-stopped' : 'caller-gone' });
  }

  #passAnswer(answer: IncomingMessage): void {
    const { request, response } = this.#call;
    this.#answer = answer;
    this.#firstByteMs = this.#lastByteMs = this.#passed();
    this.#on({ kind: 'answer-began' });
    answer
      .on('data', (piece: Buffer) => {
        const now = this.#passed();
        this.#longestSilenceMs = Math.max(this.#longestSilenceMs, now - (this.#lastByteMs ?? now));
        this.#lastByteMs = now;
        this.#received.add(piece);
        if (!response.write(piece)) answer.pause();
      })
      .on('end', () => {
        if (answer.complete) this.#on({ kind: 'answer-ended' });
      })
      .on('error', (error) => this.#on({ kind: 'upstream-lost', ...lossOf(error) }));
    response.sendDate = false;
    // What the upstream says of the connection is passed on as it is; Node is not to add its own.
    response.removeHeader('connection');
    const headers = answerHeaders(answer.rawHeaders, request.httpVersion);
    if (answer.headers['content-length'] === undefined && answer.headers['transfer-encoding'] === undefined)
      response.useChunkedEncodingByDefault = false;
    try {
      response.writeHead(answer.statusCode ?? 502, answer.statusMessage ?? '', [...headers]);
    } catch (error) {
      // Node reads header values that it does not write.
      this.#on({ kind: 'upstream-lost', how: 'reset', message: String(error) });
      return;
    }
    // The first bytes of the body are here already or will take their time: the head does not wait for the latter.
    process.nextTick(() => {
      if (this.#course === 'answering') response.flushHeaders();
    });
  }

  #on(event: CourseEvent): void {
    const [course, commands] = nextStep(this.#course, event);
    this.#course = course;
    for (const command of commands) this.#do(command);
  }

  #do(command: CourseCommand): void {
    const { response } = this.#call;
    switch (command.kind) {
      case 'end-answer': {
        const { rawTrailers = [] } = this.#answer ?? {};
        if (rawTrailers.length > 0) tryTo(() => response.addTrailers(pairsOf(rawTrailers)));
        response.end();
        this.#done();
        return;
      }
      case 'break-off':
        if (response.socket) breakOff(response.socket, command.how);
        return;
      case 'drop-upstream':
        this.#outgoing.destroy();
        this.#done();
        return;
      case 'record':
        this.#call.record(this.#exchange(command.ending));
    }
  }

  #exchange(ending: ExchangeEnding): Exchange {
    const { request, upstream, path, pair } = this.#call;
    const answer = this.#answer;
    return {
      at: this.#at,
      method: request.method ?? 'GET',
      path,
      upstream,
      headers: request.rawHeaders,
      body: this.#sent.kept(),
      ...(answer
        ? {
            response: {
              status: answer.statusCode ?? 0,
              statusText: answer.statusMessage ?? '',
              headers: answer.rawHeaders,
              body: this.#received.kept(),
            },
          }
        : {}),
      ending,
      timing: {
        isConnectionReused: this.#isReused,
        ...(this.#isReused ? {} : pair.timing),
        ...(this.#sentMs === undefined ? {} : { sentMs: this.#sentMs }),
        ...(this.#firstByteMs === undefined ? {} : { firstByteMs: this.#firstByteMs }),
        ...(this.#lastByteMs === undefined
          ? {}
          : { lastByteMs: this.#lastByteMs, longestSilenceMs: this.#longestSilenceMs }),
        endMs: this.#passed(),
      },
    };
  }

  #passed(): number {
    return performance.now() - this.#began;
  }
}

/** Ends a caller's connection as the upstream ended its own, behind what was already sent. */
function breakOff(socket: Socket, how: 'reset' | 'closed'): void {
  if (how === 'closed') {
    socket.destroySoon();
    return;
  }
  // A reset overtakes what waits to be sent; the caller is to get what the upstream had sent first.
  if (socket.writableLength === 0) socket.resetAndDestroy();
  else socket.write('', () => socket.resetAndDestroy());
}

/** For what a call can do without: Node reads hints and trailers that it does not write. */
function tryTo(pass: () => void): void {
  try {
    pass();
  } catch {
    // The call goes on without it.
  }
}

/** Each link of a header by itself, as Node writes several only so. */
function linksIn(rawHeaders: readonly string[]): string[] {
  return pairsOf(rawHeaders).flatMap(([name, value]) =>
    name.toLowerCase() === 'link' ? value.split(/,\s*(?=<)/) : [],
  );
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return pairs;
}
