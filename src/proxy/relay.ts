import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Exchange, ExchangeEnding } from '../capture/exchange/exchange.ts';
import { isBodiless, type AnswerHead } from './answer-head.ts';
import { lossOf, nextStep, type Course, type CourseCommand, type CourseEvent } from './course.ts';
import { answerHeaders, has } from './head.ts';
import { endWith, writeRaw } from './answer-writing.ts';
import { breakOff } from './break-off.ts';
import type { CallListener, Line, Pair } from './pair.ts';
import type { Rooms } from './rooms.ts';
import { headText, interimText } from './sending.ts';
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
  readonly isChunked: boolean;
  readonly pair: Pair;
  readonly upstream: string;
  readonly rooms?: Rooms;
  readonly record: (exchange: Exchange) => void;
}

const nothing = Buffer.alloc(0);

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

class Relay implements CallListener {
  readonly #call: Admitted;
  readonly #line: Line;
  readonly #sent: Tap;
  readonly #at = Date.now();
  readonly #began = performance.now();
  #course: Course = 'asking';
  #answer: AnswerHead | undefined;
  #received: Tap | undefined;
  #trailers: readonly string[] = [];
  /** Whether the head of the answer waits for the beginning of its body, to go out with it. */
  #isHeadHeld = false;
  #held: Buffer | undefined;
  #isReused = false;
  #sentMs: number | undefined;
  #firstByteMs: number | undefined;
  #lastByteMs: number | undefined;
  #longestSilenceMs = 0;
  /** When the caller ended its side of the connection. */
  #leftMs: number | undefined;

  constructor(call: Admitted) {
    this.#call = call;
    const { request, target, headers, isChunked, pair, rooms } = call;
    this.#sent = new Tap(requestLimits, rooms, Number(request.headers['content-length'] ?? 0));
    const method = request.method ?? 'GET';
    this.#line = pair.ask({ method, head: headText(method, target, headers), isChunked }, this);
  }

  start(): void {
    const { request, response } = this.#call;
    const { sending } = this.#line;
    let hasWritten = false;
    request
      .on('data', (piece: Buffer) => {
        hasWritten = true;
        tryTo(() => this.#sent.add(piece));
        if (!sending.write(piece)) request.pause();
      })
      .on('end', () => {
        hasWritten = true;
        sending.end(request.rawTrailers);
        this.#sentMs = this.#passed();
      })
      .on('error', () => this.#on({ kind: 'caller-gone' }));
    response.on('drain', () => this.#line.resume()).on('close', () => this.#on({ kind: 'caller-gone' }));
    // A body that came with its head is read before this and goes with it; one that is yet to come holds no head back.
    process.nextTick(() => {
      if (!hasWritten) sending.flush();
    });
  }

  stop(): void {
    // A caller that has gone is known by its socket before the answer to it is closed.
    this.#on({ kind: this.#call.request.socket.readable ? 'recorder-stopped' : 'caller-gone' });
  }

  onTurn(isReused: boolean): void {
    this.#isReused = isReused;
    this.onDrain();
  }

  onDrain(): void {
    this.#call.request.resume();
  }

  onInterim({ status, statusText, headers }: AnswerHead): void {
    const { request, response } = this.#call;
    // One of HTTP/1.0 knows no interim answers, and did not ask for them; the request was passed on as HTTP/1.1.
    if (request.httpVersion === '1.0') return;
    // Node has methods for three of them, which write less than what came.
    writeRaw(response, Buffer.from(interimText(status, statusText, headers), 'latin1'));
  }

  onBeginning(raw: Buffer): void {
    writeRaw(this.#call.response, raw);
  }

  onUnreadable(error: Error, raw: Buffer): void {
    writeRaw(this.#call.response, raw);
    this.#on({ kind: 'unreadable', ...lossOf(error) });
  }

  onHead(head: AnswerHead): void {
    this.#answer = head;
    this.#received = new Tap(answerLimits, this.#call.rooms, head.bodyBytes);
    this.#firstByteMs = this.#lastByteMs = this.#passed();
    this.#on({ kind: 'answer-began' });
    this.#isHeadHeld = true;
  }

  onPiece(piece: Buffer): void {
    if (this.#course !== 'answering') return;
    const now = this.#passed();
    this.#longestSilenceMs = Math.max(this.#longestSilenceMs, now - (this.#lastByteMs ?? now));
    this.#lastByteMs = now;
    tryTo(() => this.#received?.add(piece));
    if (this.#isHeadHeld && !this.#held) {
      this.#held = piece;
      return;
    }
    this.onPause();
    this.#write(piece);
  }

  /** What is here goes out: what is yet to come may take its time. */
  onPause(): void {
    if (!this.#isHeadHeld || !this.#writeHead()) return;
    // Nothing to write sends the head alone; `flushHeaders` would write it in UTF-8, and a head is of bytes.
    this.#write(this.#takeHeld() ?? nothing);
  }

  onEnd(trailers: readonly string[]): void {
    this.#trailers = trailers;
    if (this.#course !== 'answering' || !this.#writeHead()) return;
    this.#on({ kind: 'answer-ended' });
  }

  onCallerEnd(): void {
    this.#leftMs ??= this.#passed();
  }

  onLost(error: Error, isGivenUp: boolean): void {
    this.onPause();
    this.#on({ kind: 'upstream-lost', isGivenUp, ...lossOf(error) });
  }

  #takeHeld(): Buffer | undefined {
    const held = this.#held;
    this.#held = undefined;
    return held;
  }

  #write(piece: Buffer): void {
    if (this.#course === 'answering' && !this.#call.response.write(piece)) this.#line.pause();
  }

  /** Hands over the head of the answer, unless that is done. Whether there is anything to come behind it. */
  #writeHead(): boolean {
    const answer = this.#answer;
    if (!this.#isHeadHeld || !answer) return true;
    this.#isHeadHeld = false;
    const { request, response } = this.#call;
    response.sendDate = false;
    // What the upstream says of the connection is passed on as it is; Node is not to add its own.
    response.removeHeader('connection');
    if (!answer.isEndStated) response.useChunkedEncodingByDefault = false;
    try {
      const headers = answerHeaders(answer, request.httpVersion);
      response.writeHead(answer.status, answer.statusText, [...headers]);
      this.#settleConnection(answer);
      return true;
    } catch (error) {
      // Node does not write all that stands behind a status.
      this.#on({ kind: 'upstream-lost', isGivenUp: false, how: 'reset', message: String(error) });
      return false;
    }
  }

  /**
   * Whether the connection lasts is for its two ends to say. Node has a mind of its own where a 204 or 304 speaks of chunks
   * and where a caller that expects `100-continue` is answered without; and it forgets that a caller has ended its side.
   */
  #settleConnection({ status, headers, isKept }: AnswerHead): void {
    const { request, response } = this.#call;
    const isOdd = (isBodiless(status) && has(headers, 'transfer-encoding')) || request.headers.expect !== undefined;
    if (this.#line.isLast()) Reflect.set(response, '_last', true);
    else if (isOdd && isKept && response.req.httpVersion === '1.1') Reflect.set(response, '_last', false);
  }

  #on(event: CourseEvent): void {
    const [course, commands] = nextStep(this.#course, event);
    this.#course = course;
    for (const command of commands) this.#do(command);
  }

  #do(command: CourseCommand): void {
    const { response } = this.#call;
    switch (command.kind) {
      case 'end-answer':
        if (this.#trailers.length > 0) tryTo(() => response.addTrailers(pairsOf(this.#trailers)));
        endWith(response, this.#takeHeld());
        return;
      case 'break-off':
        breakOff(this.#call.request.socket, command.how);
        return;
      case 'drop-upstream':
        this.#line.drop();
        return;
      case 'record':
        this.#call.record(this.#exchange(command.ending));
    }
  }

  #exchange(ending: ExchangeEnding): Exchange {
    const { request, upstream, path, pair } = this.#call;
    const answer = this.#answer;
    const received = this.#received;
    return {
      at: this.#at,
      method: request.method ?? 'GET',
      path,
      upstream,
      headers: request.rawHeaders,
      body: this.#sent.kept(),
      ...(answer && received
        ? {
            response: {
              status: answer.status,
              statusText: answer.statusText,
              headers: answer.headers,
              body: received.kept(),
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
        endMs: ending.kind === 'abandoned' ? (this.#leftMs ?? this.#passed()) : this.#passed(),
      },
    };
  }

  #passed(): number {
    return performance.now() - this.#began;
  }
}

/** For what a call can do without: that it is recorded, and trailers that Node reads and does not write. */
function tryTo(pass: () => void): void {
  try {
    pass();
  } catch {
    // The call goes on without it.
  }
}

function pairsOf(flat: readonly string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < flat.length; at += 2) pairs.push([flat[at] ?? '', flat[at + 1] ?? '']);
  return pairs;
}
