/** Memory in which bodies are kept, and which is used again when they are looked through. */
export interface Rooms {
  /** A room of at least so many bytes, in which anything may stand. */
  readonly take: (leastBytes: number) => Uint8Array<ArrayBuffer>;
  /** Whether bytes lie in a room that was taken here, so that whoever has them may hand on the whole room. */
  readonly owns: (bytes: Uint8Array) => bytes is Uint8Array<ArrayBuffer>;
  /** Takes back a room, or what lies in it. */
  readonly giveBack: (bytes: Uint8Array<ArrayBuffer>) => void;
}

const leastRoomBytes = 1 << 14;
/** Larger ones are rare, and let go. */
const mostRoomBytes = 1 << 21;
/** What lies idle. */
const mostIdleBytes = 1 << 24;

/**
 * Keeps rooms for later. New memory is slow at its first use, and what is large and lives as long as a call is freed late:
 * the collector of young objects does not reach it.
 */
export function sharedRooms(): Rooms {
  const idle = new Map<number, Uint8Array<ArrayBuffer>[]>();
  const lent = new WeakSet<ArrayBufferLike>();
  let idleBytes = 0;
  return {
    take(leastBytes) {
      let size = leastRoomBytes;
      while (size < leastBytes) size *= 2;
      const known = idle.get(size)?.pop();
      if (known) idleBytes -= size;
      const room = known ?? new Uint8Array(size);
      lent.add(room.buffer);
      return room;
    },
    owns: (bytes): bytes is Uint8Array<ArrayBuffer> => lent.has(bytes.buffer),
    giveBack({ buffer }) {
      lent.delete(buffer);
      const size = buffer.byteLength;
      if (size < leastRoomBytes || size > mostRoomBytes || idleBytes + size > mostIdleBytes) return;
      const others = idle.get(size);
      if (others) others.push(new Uint8Array(buffer));
      else idle.set(size, [new Uint8Array(buffer)]);
      idleBytes += size;
    },
  };
}

/** Rooms for whoever keeps what is in them: each is new, and none comes back. */
export const freshRooms: Rooms = {
  take: (leastBytes) => new Uint8Array(leastBytes),
  owns: (bytes): bytes is Uint8Array<ArrayBuffer> => bytes.byteLength < 0,
  giveBack() {},
};

const mostBytesOfCharacter = 3;
const encoder = new TextEncoder();

/** Bytes that are put one behind the other, in a room that grows. */
export class Gathered {
  readonly #rooms: Rooms;
  #room = new Uint8Array(0);
  used = 0;

  constructor(rooms: Rooms) {
    this.#rooms = rooms;
  }

  /** Puts a piece behind the others; `expectedBytes` says how much there may be in the end. */
  put(piece: Uint8Array, expectedBytes = 0): void {
    const needed = this.used + piece.byteLength;
    this.#grow(Math.max(needed, needed > this.#room.byteLength ? expectedBytes : 0));
    this.#room.set(piece, this.used);
    this.used = needed;
  }

  /** Puts a text behind the others, in UTF-8. */
  putText(text: string): void {
    this.#grow(this.used + mostBytesOfCharacter * text.length);
    this.used += encoder.encodeInto(text, this.#room.subarray(this.used)).written;
  }

  #grow(leastBytes: number): void {
    if (leastBytes <= this.#room.byteLength) return;
    const larger = this.#rooms.take(Math.max(leastBytes, 2 * this.#room.byteLength));
    larger.set(this.#room.subarray(0, this.used));
    if (this.#room.byteLength > 0) this.#rooms.giveBack(this.#room);
    this.#room = larger;
  }

  /** Lets go of all but the last bytes. */
  keepLast(count: number): void {
    if (this.used <= count) return;
    this.#room.copyWithin(0, this.used - count, this.used);
    this.used = count;
  }

  /** What was put, in its room. */
  bytes(): Uint8Array<ArrayBuffer> {
    return this.#room.subarray(0, this.used);
  }

  /** Gives away what was put, with its room, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.bytes();
    this.#room = new Uint8Array(0);
    this.used = 0;
    return taken;
  }
}
