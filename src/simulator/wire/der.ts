/** The pieces of DER that a certificate is made of. */
const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  objectId: 0x06,
  utf8: 0x0c,
  time: 0x18,
  sequence: 0x30,
  set: 0x31,
};

function element(tag: number, ...content: readonly Uint8Array[]): Uint8Array {
  const body = Buffer.concat(content);
  return Buffer.concat([Uint8Array.of(tag), lengthOf(body.length), body]);
}

function lengthOf(length: number): Uint8Array {
  if (length < 0x80) return Uint8Array.of(length);
  const bytes = bytesOf(length);
  return Uint8Array.of(0x80 | bytes.length, ...bytes);
}

/** Big-endian, without leading zeros. */
function bytesOf(value: number): readonly number[] {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return bytes.length === 0 ? [0] : bytes;
}

/** SEQUENCE. */
export function sequence(...content: readonly Uint8Array[]): Uint8Array {
  return element(tags.sequence, ...content);
}

/** SET. */
export function set(...content: readonly Uint8Array[]): Uint8Array {
  return element(tags.set, ...content);
}

/** A whole number that is not negative. */
export function integer(value: number): Uint8Array {
  const bytes = bytesOf(value);
  return element(tags.integer, Uint8Array.from((bytes[0] ?? 0) >= 0x80 ? [0, ...bytes] : bytes));
}

/** BOOLEAN with the value true; false is always left out. */
export function yes(): Uint8Array {
  return element(tags.boolean, Uint8Array.of(0xff));
}

/** UTF8String. */
export function utf8(text: string): Uint8Array {
  return element(tags.utf8, Buffer.from(text, 'utf8'));
}

/** OCTET STRING. */
export function octets(content: Uint8Array): Uint8Array {
  return element(tags.octets, content);
}

/** BIT STRING of whole bytes. */
export function bits(content: Uint8Array): Uint8Array {
  return element(tags.bits, Uint8Array.of(0), content);
}

/** GeneralizedTime in whole seconds. */
export function dateTime(date: Date): Uint8Array {
  return element(tags.time, Buffer.from(`${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z`, 'ascii'));
}

/** OBJECT IDENTIFIER, written with dots. */
export function objectId(dotted: string): Uint8Array {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(tags.objectId, Uint8Array.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): readonly number[] {
  const bytes = [value % 128];
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) bytes.unshift((rest % 128) | 0x80);
  return bytes;
}

/** A tag whose meaning the place gives; `plain` where it stands in the place of the inner tag. */
export function contextTag(number: number, content: Uint8Array, form: 'around' | 'plain' = 'around'): Uint8Array {
  return element((form === 'around' ? 0xa0 : 0x80) | number, content);
}
