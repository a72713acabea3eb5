const headBytes = 1 << 18;
const tailBytes = 1 << 18;
const gap = '\n[…]\n';

/** Collects what a program writes; of very much, the beginning and the end. */
export interface BoundedText {
  readonly add: (piece: Uint8Array) => void;
  readonly text: () => string;
  /** Begins anew. */
  readonly clear: () => void;
}

/** Makes one that is empty. */
export function boundedText(): BoundedText {
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  let isCut = false;
  return {
    add(piece) {
      const room = headBytes - head.byteLength;
      if (room > 0) head = Buffer.concat([head, piece.subarray(0, room)]);
      if (piece.byteLength <= room) return;
      const rest = Buffer.concat([tail, piece.subarray(Math.max(0, room))]);
      isCut ||= rest.byteLength > tailBytes;
      tail = rest.subarray(-tailBytes);
    },
    clear() {
      head = Buffer.alloc(0);
      tail = Buffer.alloc(0);
      isCut = false;
    },
    text: () =>
      isCut ? head.toString('utf8') + gap + tail.toString('utf8') : Buffer.concat([head, tail]).toString('utf8'),
  };
}
