import type { Socket } from 'node:net';

/** A request as it is to be sent. */
export interface RequestToSend {
  readonly method: string;
  /** With the empty line at its end; each character is a byte. */
  readonly head: string;
  readonly isChunked: boolean;
}

/** Up to here a copy costs less than handing over two pieces. */
const mostCopiedBytes = 1 << 15;

/** A request on its way to the upstream. Its head waits for the beginning of its body, so that both go out in one piece. */
export class Sending {
  readonly #isChunked: boolean;
  readonly #onSent: () => void;
  /** Empty once it is sent. */
  #head: string;
  #socket: Socket | undefined;
  /** What came before its turn. */
  #waiting: Buffer[] = [];
  #isUrgent = false;
  #isStopped = false;
  #end: string | undefined;
  /** Whether all of it was handed to the connection. */
  isSent = false;
  /** When the caller had sent all of it, by the clock of `performance`. */
  wholeAt: number | undefined;

  constructor({ head, isChunked }: RequestToSend, onSent: () => void) {
    this.#head = head;
    this.#isChunked = isChunked;
    this.#onSent = onSent;
  }

  /** Its turn has come, on this connection. */
  start(socket: Socket): void {
    this.#socket = socket;
    for (const piece of this.#waiting) this.#put(socket, piece);
    this.#waiting = [];
    if (this.#end !== undefined) this.#finish(socket, this.#end);
    else if (this.#isUrgent) this.flush();
  }

  /** Sends a part of the body. Whether more may follow at once. */
  write(piece: Buffer): boolean {
    if (this.#isStopped) return true;
    if (this.#socket) return this.#put(this.#socket, piece);
    this.#waiting.push(piece);
    return false;
  }

  /** Sends the head, where the body lets wait for itself. */
  flush(): void {
    this.#isUrgent = true;
    if (this.#socket?.writable && this.#head !== '') this.#socket.write(this.#takeHead(), 'latin1');
  }

  /** The body is whole. */
  end(trailers: readonly string[]): void {
    if (this.#isStopped) return;
    this.wholeAt = performance.now();
    this.#end = this.#isChunked ? `0\r\n${linesOf(trailers)}\r\n` : '';
    if (this.#socket) this.#finish(this.#socket, this.#end);
  }

  /** Nothing more of it goes out. */
  stop(): void {
    this.#isStopped = true;
    this.#waiting = [];
  }

  #finish(socket: Socket, end: string): void {
    const last = this.#takeHead() + end;
    if (last !== '' && socket.writable) socket.write(last, 'latin1');
    this.isSent = true;
    this.#onSent();
  }

  #put(socket: Socket, piece: Buffer): boolean {
    // The upstream has answered early and closed: the rest goes nowhere, as it would without us.
    if (!socket.writable) return true;
    const before = this.#takeHead() + (this.#isChunked ? `${piece.length.toString(16)}\r\n` : '');
    const after = this.#isChunked ? '\r\n' : '';
    if (before === '') return socket.write(piece);
    if (piece.length <= mostCopiedBytes) {
      const whole = Buffer.allocUnsafe(before.length + piece.length + after.length);
      whole.write(before, 0, 'latin1');
      whole.set(piece, before.length);
      if (after !== '') whole.write(after, before.length + piece.length, 'latin1');
      return socket.write(whole);
    }
    socket.cork();
    socket.write(before, 'latin1');
    let mayFollow = socket.write(piece);
    if (after !== '') mayFollow = socket.write(after, 'latin1');
    socket.uncork();
    return mayFollow;
  }

  #takeHead(): string {
    const head = this.#head;
    this.#head = '';
    return head;
  }
}

/** The head of a request in the form of HTTP/1.1. */
export function headText(method: string, target: string, headers: readonly string[]): string {
  return `${method} ${target} HTTP/1.1\r\n${linesOf(headers)}\r\n`;
}

/** An interim answer as it is passed on. */
export function interimText(status: number, statusText: string, headers: readonly string[]): string {
  return `HTTP/1.1 ${status} ${statusText}\r\n${linesOf(headers)}\r\n`;
}

function linesOf(fields: readonly string[]): string {
  let text = '';
  for (let at = 0; at < fields.length; at += 2) text += `${fields[at]}: ${fields[at + 1]}\r\n`;
  return text;
}
