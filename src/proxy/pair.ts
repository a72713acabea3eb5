import type { Socket } from 'node:net';
import { TLSSocket } from 'node:tls';
import { AnswerReader, type AnswerListener } from './answer-reader.ts';
import { breakOff } from './break-off.ts';
import { isLostInWriting, readRestFirst } from './read-rest.ts';
import { Sending, type RequestToSend } from './sending.ts';
import type { ConnectionTiming, Upstream } from './upstream.ts';

/** What a call hears of its request and its answer. */
export interface CallListener extends AnswerListener {
  /** The request goes out now, on a connection that was used before or not. */
  readonly onTurn: (isReused: boolean) => void;
  /** What was held back may be written. */
  readonly onDrain: () => void;
  /** All that came at once is told. */
  readonly onPause: () => void;
  readonly onEnd: (trailers: readonly string[]) => void;
  /** A part of a head that was never whole, before the loss of the connection. */
  readonly onBeginning: (raw: Buffer) => void;
  /** What came is no answer that can be read; what follows goes to the caller as it is, and the call is over for us. */
  readonly onUnreadable: (error: Error, raw: Buffer) => void;
  /** The caller has ended its side of the connection. */
  readonly onCallerEnd: () => void;
  /**
   * There is no whole answer and there will be none; an error without `syscall` is an end in good order. `isGivenUp`: the
   * upstream had been told that the caller has ended its side.
   */
  readonly onLost: (error: Error, isGivenUp: boolean) => void;
}

/** A caller that ends its side this much later has not done so because its request was whole. */
const mostMsBehindRequest = 250;

/** A request, with who waits for its answer. */
interface Turn {
  readonly sending: Sending;
  readonly method: string;
  readonly listener: CallListener;
  isAnswered: boolean;
}

/** A call's hold on the connection to the upstream. */
export interface Line {
  readonly sending: Sending;
  /** Reads no more of the answer until `resume`. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** Ends the connection with the call, unless the call is over. */
  readonly drop: () => void;
  /** Whether the caller has ended its side behind this call. */
  readonly isLast: () => boolean;
}

/**
 * A caller's connection and its own connection to the upstream: they live and end together, so that reuse, idle
 * closing and order are what the caller would meet without the recorder.
 */
export class Pair {
  readonly #caller: Socket;
  readonly #upstream: Upstream;
  readonly #reader: AnswerReader;
  /** The request that is being sent and answered. */
  #current: Turn | undefined;
  /** Those that the caller has sent behind it. */
  readonly #queue: Turn[] = [];
  #socket: Socket | undefined;
  /** Gives up the connection that is being opened. */
  #opening: AbortController | undefined;
  #isClosed = false;
  /** Whether the caller has ended its side; some do so behind their request, and wait for the answer. */
  #isHalfClosed = false;
  #isEndPassed = false;
  /** Whether what comes is passed on unread. */
  #isRaw = false;
  /** Over TLS, many take the end of one side for the end of all; a caller in plain text cannot have meant that. */
  #isEndHeld = false;
  /** Of the last connection that was opened. */
  timing: ConnectionTiming = {};

  constructor(caller: Socket, upstream: Upstream, mostHeadBytes: number) {
    this.#caller = caller;
    this.#upstream = upstream;
    this.#reader = new AnswerReader(mostHeadBytes);
    caller.once('end', () => this.endOfCaller());
    caller.once('close', () => {
      this.#isClosed = true;
      this.#socket?.destroy();
      this.#opening?.abort();
    });
  }

  /** Sends a request when those before it are answered. */
  ask(request: RequestToSend, listener: CallListener): Line {
    const sending = new Sending(request, () => {
      this.#endTurn(turn);
      this.#passEnd();
    });
    const turn: Turn = { sending, method: request.method, listener, isAnswered: false };
    // What was no answer for us was one for the caller; where it ends, nobody here knows.
    if (this.#isRaw) breakOff(this.#caller, 'closed');
    else if (this.#current) this.#queue.push(turn);
    else this.#begin(turn);
    return {
      sending,
      pause: () => this.#socket?.pause(),
      resume: () => this.#socket?.resume(),
      drop: () => this.#drop(turn),
      isLast: () => this.#isHalfClosed && this.#queue.length === 0,
    };
  }

  /** Whether a call is under way. */
  isBusy(): boolean {
    return this.#current !== undefined;
  }

  /** The caller sends nothing more. The upstream learns that as it would without us, behind what was sent. */
  endOfCaller(): void {
    if (this.#isHalfClosed) return;
    this.#isHalfClosed = true;
    this.#current?.listener.onCallerEnd();
    for (const { listener } of this.#queue) listener.onCallerEnd();
    if (this.#opening && !this.#isEndOfRequest()) this.#caller.destroy();
    else this.#passEnd();
  }

  /** Whether the caller's end came with its request, and not later, when it had waited in vain. */
  #isEndOfRequest(): boolean {
    const wholeAt = this.#current?.sending.wholeAt;
    const waitedMs = wholeAt === undefined ? 0 : performance.now() - wholeAt;
    return this.timing.connectMs === undefined && waitedMs < mostMsBehindRequest;
  }

  #passEnd(): void {
    const socket = this.#socket;
    if (!this.#isHalfClosed || this.#isEndPassed || this.#isEndHeld || !socket || this.#queue.length > 0) return;
    // A request that is cut short has no more to come.
    if (this.#current?.sending.wholeAt !== undefined && !this.#current.sending.isSent) return;
    this.#isEndPassed = true;
    socket.end();
  }

  #begin(turn: Turn): void {
    this.#current = turn;
    if (this.#socket?.writable) this.#send(turn, this.#socket, true);
    else if (!this.#opening) void this.#open();
  }

  #send(turn: Turn, socket: Socket, isReused: boolean): void {
    this.#reader.begin(turn.method);
    turn.listener.onTurn(isReused);
    turn.sending.start(socket);
    this.#passEnd();
  }

  async #open(): Promise<void> {
    const opening = new AbortController();
    this.#opening = opening;
    this.timing = {};
    try {
      const socket = await this.#upstream.open(this.timing, opening.signal);
      this.#opening = undefined;
      this.#attach(socket);
      this.#isEndHeld = this.#isHalfClosed && socket instanceof TLSSocket;
      if (this.#isClosed) socket.destroy();
      else if (this.#current) this.#send(this.#current, socket, false);
    } catch (error) {
      this.#opening = undefined;
      this.#lose(undefined, error instanceof Error ? error : new Error(String(error)));
    }
  }

  #attach(socket: Socket): void {
    this.#socket = socket;
    let isReset = false;
    readRestFirst(socket);
    socket
      .on('data', (bytes: Buffer) => this.#read(socket, bytes))
      .on('drain', () => this.#current?.listener.onDrain())
      .on('end', () => this.#ended(socket))
      .on('error', (error) => {
        isReset = !isLostInWriting(error);
        this.#lose(socket, error);
      })
      .on('close', () => {
        this.#lose(socket, hangUp());
        if (!this.#current || this.#current.isAnswered) breakOff(this.#caller, isReset ? 'reset' : 'closed');
      });
  }

  #read(socket: Socket, bytes: Buffer): void {
    const turn = this.#current;
    if (this.#socket !== socket || !turn || turn.isAnswered) {
      // Nobody has asked for it.
      socket.destroy();
      return;
    }
    const reading = this.#reader.read(bytes, turn.listener);
    switch (reading.kind) {
      case 'unfinished':
        turn.listener.onPause();
        return;
      case 'defect': {
        const error = Object.assign(new Error(reading.message), { code: reading.code });
        if (reading.raw) this.#passRaw(socket, turn, error, reading.raw);
        else {
          this.#lose(socket, error);
          socket.destroy();
        }
        return;
      }
      case 'ended':
        if (reading.hasRest || !reading.isKept) {
          // A call that follows opens another connection.
          this.#socket = undefined;
          if (reading.hasRest) socket.destroy();
          else socket.destroySoon();
        } else if (socket.isPaused()) socket.resume();
        this.#answered(turn, reading.trailers);
    }
  }

  /** What we cannot read, others may: the caller gets the bytes, and the connection ends with them. */
  #passRaw(socket: Socket, turn: Turn, error: Error, raw: Buffer): void {
    this.#isRaw = true;
    turn.isAnswered = true;
    turn.listener.onUnreadable(error, raw);
    socket
      .removeAllListeners('data')
      .on('data', (bytes: Buffer) => {
        if (this.#caller.write(bytes)) return;
        socket.pause();
        this.#caller.once('drain', () => socket.resume());
      })
      .on('end', () => breakOff(this.#caller, 'closed'));
  }

  /** The upstream sends nothing more on this connection. */
  #ended(socket: Socket): void {
    const turn = this.#current;
    if (this.#socket === socket && turn && !turn.isAnswered && this.#reader.endsHere()) this.#answered(turn, []);
    else this.#lose(socket, hangUp());
  }

  #answered(turn: Turn, trailers: readonly string[]): void {
    turn.isAnswered = true;
    turn.listener.onEnd(trailers);
    this.#endTurn(turn);
  }

  /** The next request has its turn when the one before is sent and answered. */
  #endTurn(turn: Turn): void {
    if (this.#current !== turn || !turn.isAnswered || !turn.sending.isSent) return;
    this.#current = undefined;
    const next = this.#queue.shift();
    if (next) this.#begin(next);
  }

  /** The call under way ends with its connection, and the caller's connection with the call: nobody has the next turn. */
  #lose(socket: Socket | undefined, error: Error): void {
    // A call that has followed is on another connection already.
    if (this.#socket !== socket) return;
    this.#socket = undefined;
    const turn = this.#current;
    if (!turn || turn.isAnswered) return;
    this.#current = undefined;
    turn.sending.stop();
    const raw = this.#reader.beginningOfHead();
    if (socket && raw.length > 0) turn.listener.onBeginning(raw);
    turn.listener.onLost(error, this.#isEndPassed);
  }

  #drop(turn: Turn): void {
    turn.sending.stop();
    const place = this.#queue.indexOf(turn);
    if (place >= 0) {
      this.#queue.splice(place, 1);
      return;
    }
    if (this.#current === turn) this.#current = undefined;
    this.#socket?.destroy();
    this.#opening?.abort();
  }
}

/** As Node's own client says it. */
function hangUp(): Error {
  return Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
}
