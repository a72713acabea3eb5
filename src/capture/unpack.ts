const mostUnpackedBytes = 32_000_000;

/** What gzip or zlib packed; undefined when it is broken or too large to be looked through. */
export function unpack(bytes: Uint8Array): Uint8Array | undefined {
  try {
    // Loaded when something packed comes: start-up does not pay for it.
    return process.getBuiltinModule('node:zlib').unzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
  } catch {
    return undefined;
  }
}
