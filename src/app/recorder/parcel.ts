import type { Exchange, KeptBody } from '../../capture/exchange/exchange.ts';

/** Many exchanges as one text and one stretch of bytes: threads hand over few large things faster than many small ones. */
export interface Parcel {
  readonly text: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** How long each body is: head and tail of the request's, then of the answer's. */
type Packed = Omit<Exchange, 'body' | 'response'> & {
  readonly lengths: readonly number[];
  readonly bodyBytes: number;
  readonly response?: Omit<NonNullable<Exchange['response']>, 'body'> & { readonly bodyBytes: number };
};

/** Collects exchanges for one parcel. */
export interface Packer {
  /** Packs an exchange at once, so that the large buffers that its bytes were read into are let go. */
  readonly add: (exchange: Exchange) => void;
  readonly count: () => number;
  /** Bytes of bodies that were collected. */
  readonly size: () => number;
  /** What was collected since the last time; nothing where that is nothing. */
  readonly take: () => Parcel | undefined;
  /** Takes the room of a parcel that has been looked through, to use it again. */
  readonly giveBack: (room: Uint8Array<ArrayBuffer>) => void;
}

const firstRoomBytes = 1 << 14;
/** Rooms that are kept for later, and how large they may be. */
const mostRooms = 4;
const mostRoomBytes = 2 << 20;

/** Packs exchanges one behind the other: one text and one stretch of bytes, each byte copied once. */
export function packer(): Packer {
  const rooms: Uint8Array<ArrayBuffer>[] = [];
  let texts: string[] = [];
  let bytes = new Uint8Array(0);
  let used = 0;
  // New memory is slow at its first use, and moving what is in a room that became too small is slow as well.
  const roomFor = (least: number): Uint8Array<ArrayBuffer> => {
    const room = rooms.pop();
    if (room && room.byteLength >= least) return room;
    return new Uint8Array(Math.max(firstRoomBytes, 2 * bytes.byteLength, least));
  };
  const put = (piece: Uint8Array): void => {
    if (used + piece.byteLength > bytes.byteLength) {
      const larger = roomFor(used + piece.byteLength);
      larger.set(bytes.subarray(0, used));
      bytes = larger;
    }
    bytes.set(piece, used);
    used += piece.byteLength;
  };
  return {
    add(exchange) {
      const { body, response } = exchange;
      put(body.head);
      put(body.tail);
      if (response) {
        put(response.body.head);
        put(response.body.tail);
      }
      texts.push(JSON.stringify(packedOf(exchange)));
    },
    count: () => texts.length,
    size: () => used,
    take() {
      if (texts.length === 0) return undefined;
      const parcel = { text: `[${texts.join(',')}]`, bytes };
      texts = [];
      bytes = new Uint8Array(0);
      used = 0;
      return parcel;
    },
    giveBack(room) {
      if (rooms.length < mostRooms && room.byteLength <= mostRoomBytes) rooms.push(room);
    },
  };
}

function packedOf({ at, method, path, upstream, headers, body, response, ending, timing }: Exchange): Packed {
  const lengths = [body.head.byteLength, body.tail.byteLength];
  const packed = { at, method, path, upstream, headers, ending, timing, lengths, bodyBytes: body.bytes };
  if (!response) return packed;
  lengths.push(response.body.head.byteLength, response.body.tail.byteLength);
  const { status, statusText, headers: answered, body: answer } = response;
  return { ...packed, response: { status, statusText, headers: answered, bodyBytes: answer.bytes } };
}

/** Unpacks what a packer has put together. */
export function unpack({ text, bytes }: Parcel): readonly Exchange[] {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the text comes from a packer alone
  const packed = JSON.parse(text) as readonly Packed[];
  let at = 0;
  const take = (length = 0): Uint8Array => bytes.subarray(at, (at += length));
  return packed.map(({ lengths, bodyBytes, response, ...rest }) => {
    const body: KeptBody = { bytes: bodyBytes, head: take(lengths[0]), tail: take(lengths[1]) };
    if (!response) return { ...rest, body };
    const { bodyBytes: answerBytes, ...head } = response;
    return {
      ...rest,
      body,
      response: { ...head, body: { bytes: answerBytes, head: take(lengths[2]), tail: take(lengths[3]) } },
    };
  });
}
