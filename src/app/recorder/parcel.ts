import type { Exchange, KeptBody } from '../../capture/exchange/exchange.ts';
import { Gathered, type Rooms } from '../../proxy/rooms.ts';

/**
 * Many exchanges as few stretches of bytes: threads hand over few large things faster than many small ones, and texts that
 * wait for the others would outlive the collector of young objects.
 */
export interface Parcel {
  /** A line of JSON for each exchange. */
  readonly texts: Uint8Array<ArrayBuffer>;
  /** Bodies, one behind the other. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bodies that lie in rooms of their own. */
  readonly loose: readonly Uint8Array<ArrayBuffer>[];
}

/** How long each body is, or that it is the next loose one: head and tail of the request's, then of the answer's. */
type Packed = Omit<Exchange, 'body' | 'response'> & {
  readonly lengths: readonly number[];
  readonly bodyBytes: number;
  readonly response?: Omit<NonNullable<Exchange['response']>, 'body'> & { readonly bodyBytes: number };
};

/** Collects exchanges for one parcel. */
export interface Packer {
  /** Packs an exchange at once, so that the buffers that its bytes were read into are let go. */
  readonly add: (exchange: Exchange) => void;
  readonly count: () => number;
  /** Bytes of bodies that were collected. */
  readonly size: () => number;
  /** What was collected since the last time; nothing where that is nothing. */
  readonly take: () => Parcel | undefined;
}

/** From here on it costs less to hand over the room in which a body lies than to copy the body. */
const leastLooseBytes = 1 << 15;
const inRoomOfItsOwn = -1;

/** Packs exchanges one behind the other, each byte of a body copied once at most. */
export function packer(rooms: Rooms): Packer {
  const texts = new Gathered(rooms);
  let count = 0;
  const gathered = new Gathered(rooms);
  let loose: Uint8Array<ArrayBuffer>[] = [];
  let looseBytes = 0;
  const put = (piece: Uint8Array): number => {
    const isOwn = rooms.owns(piece);
    if (isOwn && piece.byteLength >= leastLooseBytes) {
      loose.push(piece);
      looseBytes += piece.byteLength;
      return inRoomOfItsOwn;
    }
    gathered.put(piece);
    if (isOwn) rooms.giveBack(piece);
    return piece.byteLength;
  };
  return {
    add(exchange) {
      texts.putText(`${JSON.stringify(packedOf(exchange, bytesOf(exchange).map(put)))}\n`);
      count++;
    },
    count: () => count,
    size: () => gathered.used + looseBytes,
    take() {
      if (count === 0) return undefined;
      const parcel = { texts: texts.take(), bytes: gathered.take(), loose };
      count = 0;
      loose = [];
      looseBytes = 0;
      return parcel;
    },
  };
}

/** The rooms of a parcel. */
export function roomsOf({ texts, bytes, loose }: Parcel): ArrayBuffer[] {
  return [texts, bytes, ...loose].flatMap(({ buffer }) => (buffer.byteLength > 0 ? [buffer] : []));
}

/** Gives back the rooms of an exchange that nobody looks at. */
export function letGo(exchange: Exchange, rooms: Rooms): void {
  for (const bytes of bytesOf(exchange)) if (rooms.owns(bytes)) rooms.giveBack(bytes);
}

/** Head and tail of the request's body, then of the answer's. */
function bytesOf({ body, response }: Exchange): Uint8Array[] {
  return [body.head, body.tail, ...(response ? [response.body.head, response.body.tail] : [])];
}

function packedOf(
  { at, method, path, upstream, headers, body, response, ending, timing }: Exchange,
  lengths: readonly number[],
): Packed {
  const packed = { at, method, path, upstream, headers, ending, timing, lengths, bodyBytes: body.bytes };
  if (!response) return packed;
  const { status, statusText, headers: answered, body: answer } = response;
  return { ...packed, response: { status, statusText, headers: answered, bodyBytes: answer.bytes } };
}

const newline = 10;

/** Unpacks what a packer has put together, one after the other, so that each is let go before the next one. */
export function* unpack({ texts, bytes, loose }: Parcel): Generator<Exchange> {
  const lines = Buffer.from(texts.buffer, texts.byteOffset, texts.byteLength);
  let at = 0;
  let next = 0;
  const take = (length = 0): Uint8Array =>
    length === inRoomOfItsOwn ? (loose[next++] ?? bytes.subarray(at, at)) : bytes.subarray(at, (at += length));
  for (let start = 0; start < lines.length;) {
    const end = lines.indexOf(newline, start);
    // oxlint-disable-next-line typescript/consistent-type-assertions -- the text comes from a packer alone
    const { lengths, bodyBytes, response, ...rest } = JSON.parse(lines.toString('utf8', start, end)) as Packed;
    const body: KeptBody = { bytes: bodyBytes, head: take(lengths[0]), tail: take(lengths[1]) };
    yield response
      ? { ...rest, body, response: unpackedResponse(response, take(lengths[2]), take(lengths[3])) }
      : { ...rest, body };
    start = end + 1;
  }
}

function unpackedResponse(
  { bodyBytes, ...head }: NonNullable<Packed['response']>,
  start: Uint8Array,
  tail: Uint8Array,
): NonNullable<Exchange['response']> {
  return { ...head, body: { bytes: bodyBytes, head: start, tail } };
}
