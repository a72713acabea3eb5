import type { KeptBody } from '../capture/exchange/exchange.ts';

/** How much of a body is kept. */
export interface TapLimits {
  readonly headBytes: number;
  readonly tailBytes: number;
}

/** What is kept of a request, whose end says little when its middle is missing. */
export const requestLimits: TapLimits = { headBytes: 8 << 20, tailBytes: 0 };
/** What is kept of an answer, whose end says how it ended. */
export const answerLimits: TapLimits = { headBytes: 4 << 20, tailBytes: 1 << 18 };

/** So many pieces are put together: one of a few bytes costs far more than they, and holds on to all it came with. */
const mostPieces = 1 << 10;

/** Keeps the beginning and the end of what passes; only what comes in very many pieces is copied while it passes. */
export class Tap {
  readonly #limits: TapLimits;
  #bytes = 0;
  readonly #head: Uint8Array[] = [];
  #headBytes = 0;
  /** How many of the first pieces were put together. */
  #headWhole = 0;
  #tail: Uint8Array[] = [];
  #tailWhole = 0;
  #tailBytes = 0;

  constructor(limits: TapLimits) {
    this.#limits = limits;
  }

  add(piece: Uint8Array): void {
    this.#bytes += piece.byteLength;
    let rest = piece;
    const room = this.#limits.headBytes - this.#headBytes;
    if (room > 0) {
      const first = rest.byteLength > room ? rest.subarray(0, room) : rest;
      this.#head.push(first);
      this.#headBytes += first.byteLength;
      this.#headWhole = gathered(this.#head, this.#headWhole);
      if (first === rest) return;
      rest = rest.subarray(room);
    }
    if (this.#limits.tailBytes === 0) return;
    this.#tail.push(rest);
    this.#tailBytes += rest.byteLength;
    // The pieces are joined only when twice as much as is wanted has come, so that each byte is moved once on average.
    if (this.#tailBytes > 2 * this.#limits.tailBytes) {
      this.#tail = [this.#joinedTail()];
      this.#tailWhole = 0;
    }
    this.#tailWhole = gathered(this.#tail, this.#tailWhole);
  }

  kept(): KeptBody {
    return { bytes: this.#bytes, head: joined(this.#head), tail: this.#joinedTail() };
  }

  #joinedTail(): Uint8Array {
    const all = joined(this.#tail);
    // A copy, so that what is cut off is let go.
    const end = all.byteLength > this.#limits.tailBytes ? Uint8Array.from(all.subarray(-this.#limits.tailBytes)) : all;
    this.#tailBytes = end.byteLength;
    return end;
  }
}

/** Puts the pieces from a place on together where they are many, and says from where on the next ones are. */
function gathered(pieces: Uint8Array[], from: number): number {
  if (pieces.length - from < mostPieces) return from;
  pieces.push(Buffer.concat(pieces.splice(from)));
  return pieces.length;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (pieces.length === 1 && only) return only;
  return pieces.length === 0 ? new Uint8Array(0) : Buffer.concat(pieces);
}
