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

/** Packs an exchange at once, so that the large buffers that its bytes were read into are let go. */
export function pack(exchange: Exchange): Parcel {
  const { body, response, ...rest } = exchange;
  const pieces = [body.head, body.tail, ...(response ? [response.body.head, response.body.tail] : [])];
  const lengths = pieces.map(({ byteLength }) => byteLength);
  const packed: Packed = {
    ...rest,
    lengths,
    bodyBytes: body.bytes,
    ...(response ? { response: headOf(response) } : {}),
  };
  return { text: JSON.stringify(packed), bytes: together(pieces) };
}

function headOf({ body, ...head }: NonNullable<Exchange['response']>): NonNullable<Packed['response']> {
  return { ...head, bodyBytes: body.bytes };
}

/** Puts packed exchanges into one parcel. */
export function bundle(parcels: readonly Parcel[]): Parcel {
  return {
    text: `[${parcels.map(({ text }) => text).join(',')}]`,
    bytes: together(parcels.map(({ bytes }) => bytes)),
  };
}

function together(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return bytes;
}

/** Unpacks what `bundle` has put together. */
export function unpack({ text, bytes }: Parcel): readonly Exchange[] {
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the text comes from `pack` alone
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
