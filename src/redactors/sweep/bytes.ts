/** So many characters are read at once; a multiple of what base64 and the sweep take together. */
export const chunkCharacters = 1 << 15;

/** So many bytes of what was read before stay in front of a chunk, to be looked back at. */
export const bytesBefore = 64;
/** So many bytes are left for the next chunk, so that what is looked at stands there as a whole. */
export const bytesAfter = 64;
/** So many bytes are looked at together. */
export const group = 8;

/** Memory that all searches share: none begins another before it ends. */
export interface SharedBytes {
  readonly encoder: InstanceType<typeof TextEncoder>;
  readonly bytes: Uint8Array;
  /** The same bytes; what is read by the million is read here, as `SearchTables` says. */
  readonly view: DataView;
}

let shared: SharedBytes | undefined;

/** The shared memory, made when a text is first read. */
export function sharedBytes(): SharedBytes {
  if (shared) return shared;
  const bytes = new Uint8Array(chunkCharacters * 3 + bytesBefore + bytesAfter + 2 * group);
  shared = { encoder: new TextEncoder(), bytes, view: new DataView(bytes.buffer) };
  return shared;
}
