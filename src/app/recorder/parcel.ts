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

/** Packs exchanges; nothing of the parcel is shared with them. */
export function pack(exchanges: readonly Exchange[]): Parcel {
  const pieces: Uint8Array[] = [];
  const packed = exchanges.map((exchange): Packed => {
    const { body, response, ...rest } = exchange;
    const own = [body.head, body.tail, ...(response ? [response.body.head, response.body.tail] : [])];
    pieces.push(...own);
    const lengths = own.map(({ byteLength }) => byteLength);
    if (!response) return { ...rest, lengths, bodyBytes: body.bytes };
    const { body: answer, ...head } = response;
    return { ...rest, lengths, bodyBytes: body.bytes, response: { ...head, bodyBytes: answer.bytes } };
  });
  const bytes = new Uint8Array(pieces.reduce((sum, { byteLength }) => sum + byteLength, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.byteLength;
  }
  return { text: JSON.stringify(packed), bytes };
}

/** Unpacks what `pack` has packed. */
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
