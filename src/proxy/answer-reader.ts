import { fieldsIn, framingOf, statusIn, type AnswerHead, type Defect, type Framing } from './answer-head.ts';

/** What is told of an answer while it is read, in this order. */
export interface AnswerListener {
  /** An interim answer (1xx); another one follows. */
  readonly onInterim: (head: AnswerHead) => void;
  readonly onHead: (head: AnswerHead) => void;
  /** A part of the body, without the framing of chunks. */
  readonly onPiece: (piece: Buffer) => void;
}

/** How far an answer is after some bytes. */
export type Reading =
  | { readonly kind: 'unfinished' }
  | {
      readonly kind: 'ended';
      /** Names and values in turn. */
      readonly trailers: readonly string[];
      /** Whether another request may follow on the connection. */
      readonly isKept: boolean;
      /** Something came behind the end, where nothing was asked for. */
      readonly hasRest: boolean;
    }
  | ({
      readonly kind: 'defect';
      /** All that came of an answer of which nothing was told yet. */
      readonly raw?: Buffer;
    } & Defect);

type Place =
  | 'head'
  /** A body of a stated length, or one that lasts as long as the connection. */
  | 'body'
  | 'chunk-size'
  | 'chunk'
  | 'chunk-end'
  | 'trailers'
  | 'end';

const unfinished: Reading = { kind: 'unfinished' };
const noTrailers: readonly string[] = [];
const lineFeed = 10;
const carriageReturn = 13;
const headEnd = Buffer.from('\r\n\r\n');
const nothing = Buffer.alloc(0);
const mostChunkLine = 1 << 14;

/**
 * Reads the answers of one connection, one after the other, as strictly as Node's own parser: what that refuses is refused
 * here with its codes, so that a broken answer looks the same. Nothing is copied; a body is told in parts of what came.
 */
export class AnswerReader {
  readonly #mostHeadBytes: number;
  #method = '';
  #place: Place = 'head';
  /** Of a line or a head that is not whole yet. */
  #text = '';
  #framing: Framing = { kind: 'none', isKept: true, isStated: true };
  #left = 0;
  #trailers = noTrailers;

  constructor(mostHeadBytes: number) {
    this.#mostHeadBytes = mostHeadBytes;
  }

  /** The next bytes answer a request of this method. */
  begin(method: string): void {
    this.#method = method;
    this.#place = 'head';
    this.#text = '';
    this.#trailers = noTrailers;
  }

  /** Takes in what came. */
  read(bytes: Buffer, listener: AnswerListener): Reading {
    let at = 0;
    while (at < bytes.length) {
      const before = this.#place === 'head' ? this.#text : undefined;
      const next = this.#step(bytes, at, listener);
      if (typeof next !== 'number') {
        const raw = before === undefined ? {} : { raw: withText(before, bytes.subarray(at)) };
        return { kind: 'defect', ...next, ...raw };
      }
      at = next;
      if (this.#place === 'end') {
        return { kind: 'ended', trailers: this.#trailers, isKept: this.#framing.isKept, hasRest: at < bytes.length };
      }
    }
    return unfinished;
  }

  /** Whether the answer is whole when the connection ends now. */
  endsHere(): boolean {
    return this.#place === 'body' && this.#framing.kind === 'until-close';
  }

  /** What came of a head that is not whole. */
  beginningOfHead(): Buffer {
    return withText(this.#place === 'head' ? this.#text : '', nothing);
  }

  /** Reads one part, and says where the next one begins. */
  #step(bytes: Buffer, at: number, listener: AnswerListener): number | Defect {
    switch (this.#place) {
      case 'head':
        return this.#readHead(bytes, at, listener);
      case 'body':
        if (this.#framing.kind === 'until-close') {
          listener.onPiece(at === 0 ? bytes : bytes.subarray(at));
          return bytes.length;
        }
        return this.#readPiece(bytes, at, listener, 'end');
      case 'chunk':
        return this.#readPiece(bytes, at, listener, 'chunk-end');
      case 'chunk-size':
        return this.#readLine(bytes, at, (line) => this.#beginChunk(line));
      case 'chunk-end':
        return this.#readLine(bytes, at, (line) => {
          if (line !== '') return { code: 'HPE_STRICT', message: 'Parse Error: Expected CRLF after chunk data' };
          this.#place = 'chunk-size';
          return undefined;
        });
      case 'trailers':
        return this.#readLine(bytes, at, (line) => this.#takeTrailer(line));
      case 'end':
        return at;
    }
  }

  #readHead(bytes: Buffer, from: number, listener: AnswerListener): number | Defect {
    let at = from;
    // Empty lines before an answer mean nothing.
    if (this.#text === '') while (bytes[at] === lineFeed || bytes[at] === carriageReturn) at++;
    // Mostly a head comes whole; what comes in parts is put together as text, where a character is a byte.
    const before = this.#text.length;
    const whole = before === 0 ? bytes.indexOf(headEnd, at) : -1;
    const text = this.#text + bytes.toString('latin1', at, whole < 0 ? bytes.length : whole);
    const end = whole < 0 ? text.indexOf('\r\n\r\n', Math.max(0, before - 3)) : text.length;
    if ((end < 0 ? text.length : end) > this.#mostHeadBytes) {
      return { code: 'HPE_HEADER_OVERFLOW', message: 'Parse Error: Header overflow' };
    }
    if (end < 0) {
      this.#text = text;
      return defectOfBeginning(text) ?? bytes.length;
    }
    return this.#takeHead(text.slice(0, end), listener) ?? at + end - before + headEnd.length;
  }

  #takeHead(text: string, listener: AnswerListener): Defect | undefined {
    this.#text = '';
    const lineEnd = text.indexOf('\r\n');
    const first = statusIn(lineEnd < 0 ? text : text.slice(0, lineEnd));
    if ('code' in first) return first;
    const headers = lineEnd < 0 ? [] : fieldsIn(text, lineEnd + 2);
    if ('code' in headers) return headers;
    const { isOld, status, statusText } = first;
    if (status === 101) {
      return { code: 'HPE_INVALID_STATUS', message: 'Parse Error: Another protocol, for which nobody has asked' };
    }
    const framing = framingOf(this.#method, first, headers);
    if (framing.kind === 'defect') return framing.defect;
    const bodyBytes = framing.kind === 'length' ? { bodyBytes: framing.bytes } : {};
    const { isKept, isStated: isEndStated } = framing;
    const head = { isOld, status, statusText, headers, isEndStated, isKept, ...bodyBytes };
    if (status < 200) {
      listener.onInterim(head);
      return undefined;
    }
    this.#framing = framing;
    this.#left = framing.kind === 'length' ? framing.bytes : 0;
    this.#place = placeOf(framing);
    listener.onHead(head);
    return undefined;
  }

  #readPiece(bytes: Buffer, at: number, listener: AnswerListener, next: Place): number {
    const end = Math.min(bytes.length, at + this.#left);
    this.#left -= end - at;
    if (this.#left === 0) this.#place = next;
    listener.onPiece(at === 0 && end === bytes.length ? bytes : bytes.subarray(at, end));
    return end;
  }

  #readLine(bytes: Buffer, at: number, take: (line: string) => Defect | undefined): number | Defect {
    const feed = bytes.indexOf(lineFeed, at);
    const end = feed < 0 ? bytes.length : feed + 1;
    const text = this.#text + bytes.toString('latin1', at, end);
    if (text.length > mostChunkLine) return { code: 'HPE_HEADER_OVERFLOW', message: 'Parse Error: Header overflow' };
    if (feed < 0) {
      this.#text = text;
      return end;
    }
    this.#text = '';
    if (!text.endsWith('\r\n')) {
      return { code: 'HPE_CR_EXPECTED', message: 'Parse Error: Missing expected CR after chunk size' };
    }
    return take(text.slice(0, -2)) ?? end;
  }

  #beginChunk(line: string): Defect | undefined {
    const [, digits] = /^([\da-f]{1,13})(?:;[\t\x20-\x7e\x80-\xff]*)?$/i.exec(line) ?? [];
    if (digits === undefined) {
      return { code: 'HPE_INVALID_CHUNK_SIZE', message: 'Parse Error: Invalid character in chunk size' };
    }
    this.#left = Number.parseInt(digits, 16);
    this.#place = this.#left === 0 ? 'trailers' : 'chunk';
    return undefined;
  }

  #takeTrailer(line: string): Defect | undefined {
    if (line === '') {
      this.#place = 'end';
      return undefined;
    }
    const fields = fieldsIn(line, 0);
    if ('code' in fields) return fields;
    this.#trailers = [...this.#trailers, ...fields];
    return this.#trailers.join('').length > this.#mostHeadBytes
      ? { code: 'HPE_HEADER_OVERFLOW', message: 'Parse Error: Header overflow' }
      : undefined;
  }
}

function withText(text: string, bytes: Buffer): Buffer {
  return text === '' ? bytes : Buffer.concat([Buffer.from(text, 'latin1'), bytes]);
}

function placeOf(framing: Framing): Place {
  switch (framing.kind) {
    case 'none':
      return 'end';
    case 'length':
      return framing.bytes === 0 ? 'end' : 'body';
    case 'until-close':
      return 'body';
    case 'chunked':
      return 'chunk-size';
  }
}

/** What is no answer is not waited for. */
function defectOfBeginning(text: string): Defect | undefined {
  const start = 'HTTP/1.';
  if (!start.startsWith(text.slice(0, start.length)) && !/^HTTP\/[\d]/.test(text)) {
    return { code: 'HPE_INVALID_CONSTANT', message: 'Parse Error: Expected HTTP/, RTSP/ or ICE/' };
  }
  if (/(?:^|[^\r])\n/.test(text)) {
    return { code: 'HPE_CR_EXPECTED', message: 'Parse Error: Missing expected CR after header value' };
  }
  return undefined;
}
