import type { KeptBody } from '../capture/exchange/exchange.ts';
import { freshRooms, Gathered, type Rooms } from './rooms.ts';

/** How much of a body is kept. */
export interface TapLimits {
  readonly headBytes: number;
  readonly tailBytes: number;
}

/** What is kept of a request, whose end says little when its middle is missing. */
export const requestLimits: TapLimits = { headBytes: 8 << 20, tailBytes: 0 };
/** What is kept of an answer, whose end says how it ended. */
export const answerLimits: TapLimits = { headBytes: 4 << 20, tailBytes: 1 << 18 };

const nothing = new Uint8Array(0);
/** A body that is only announced takes no more room than this, until more of it has come. */
const mostAnnouncedBytes = 1 << 20;

/**
 * Keeps the beginning and the end of what passes. A body that comes in one piece is kept as that piece. Of others each byte
 * is copied as it passes: the pieces were read into memory that is larger than they are, and that is only freed late once
 * it has lived as long as a call.
 */
export class Tap {
  readonly #limits: TapLimits;
  readonly #expectedBytes: number;
  #bytes = 0;
  #isKept = false;
  /** The first piece, as long as it is the only one. */
  #only: Uint8Array | undefined;
  readonly #head: Gathered;
  readonly #tail: Gathered;

  constructor(limits: TapLimits, rooms: Rooms = freshRooms, expectedBytes = 0) {
    this.#limits = limits;
    this.#expectedBytes = Math.min(expectedBytes, limits.headBytes, mostAnnouncedBytes);
    this.#head = new Gathered(rooms);
    this.#tail = new Gathered(rooms);
  }

  /** Takes in what passes, until what was kept is asked for: who has that may have handed it on. */
  add(piece: Uint8Array): void {
    if (this.#isKept) return;
    const isFirst = this.#bytes === 0;
    this.#bytes += piece.byteLength;
    if (isFirst && this.#expectedBytes <= piece.byteLength && piece.byteLength <= this.#limits.headBytes) {
      this.#only = piece;
      return;
    }
    if (this.#only) this.#head.put(this.#only, this.#expectedBytes);
    this.#only = undefined;
    const left = this.#limits.headBytes - this.#head.used;
    if (left > 0) this.#head.put(piece.subarray(0, left), this.#expectedBytes);
    if (left < piece.byteLength) this.#addToTail(left > 0 ? piece.subarray(left) : piece);
  }

  kept(): KeptBody {
    this.#isKept = true;
    this.#tail.keepLast(this.#limits.tailBytes);
    const head = this.#only ?? (this.#head.used > 0 ? this.#head.bytes() : nothing);
    return { bytes: this.#bytes, head, tail: this.#tail.used > 0 ? this.#tail.bytes() : nothing };
  }

  #addToTail(piece: Uint8Array): void {
    const { tailBytes } = this.#limits;
    if (tailBytes === 0) return;
    const last = piece.subarray(-tailBytes);
    // Moved only when twice as much as is wanted has come, so that each byte is moved once on average.
    if (this.#tail.used + last.byteLength > 2 * tailBytes) this.#tail.keepLast(tailBytes);
    if (last.byteLength === tailBytes) this.#tail.keepLast(0);
    this.#tail.put(last, 2 * tailBytes);
  }
}
