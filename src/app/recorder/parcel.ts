import type { Exchange, KeptBody } from '../../capture/exchange/exchange.ts';
import { Gathered, type Rooms } from '../../proxy/rooms.ts';

/** Many exchanges as one text and few stretches of bytes: threads hand over few large things faster than many small ones. */
export interface Parcel {
  readonly text: string;
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

/** Packs exchanges one behind the other: one text and few stretches of bytes, each byte copied once at most. */
export function packer(rooms: Rooms): Packer {
  let texts: string[] = [];
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
      texts.push(JSON.stringify(packedOf(exchange, bytesOf(exchange).map(put))));
    },
    count: () => texts.length,
    size: () => gathered.used + looseBytes,
    take() {
      if (texts.length === 0) return undefined;
      const parcel = { text: `[${texts.join(',')}]`, bytes: gathered.take(), loose };
      texts = [];
      loose = [];
      looseBytes = 0;
      return parcel;
    },
  };
}

/** The rooms of a parcel. */
export function roomsOf({ bytes, loose }: Pick<Parcel, 'bytes' | 'loose'>): ArrayBuffer[] {
  return [bytes, ...loose].flatMap(({ buffer }) => (buffer.byteLength > 0 ? [buffer] : []));
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

/** Unpacks what a packer has put together. */
export function unpack({ text, bytes, loose }: Parcel): readonly Exchange[] {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the text comes from a packer alone
  const packed = JSON.parse(text) as readonly Packed[];
  let at = 0;
  let next = 0;
  const take = (length = 0): Uint8Array =>
    length === inRoomOfItsOwn ? (loose[next++] ?? bytes.subarray(at, at)) : bytes.subarray(at, (at += length));
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
