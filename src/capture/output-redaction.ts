import { createHmac, randomBytes } from 'node:crypto';
import { unzipSync } from 'node:zlib';
import { createRedaction } from '../redactors/index.ts';
import type { CustomSecrets } from '../redactors/custom.ts';
import type { Redacting } from '../redactors/redaction.ts';

const mostUnpackedBytes = 32_000_000;
const fingerprintDigits = 8;

/**
 * The redaction of one output that leaves the machine. Its key is drawn here and kept nowhere, so that its fingerprints
 * are equal for equal secrets inside this output and say nothing outside.
 */
export function outputRedaction(custom: CustomSecrets = {}): Redacting {
  const key = randomBytes(32);
  return createRedaction({
    ...custom,
    gunzip: unpack,
    fingerprint: (secret) => createHmac('sha256', key).update(secret).digest('hex').slice(0, fingerprintDigits),
  });
}

/** What gzip or zlib packed; undefined when it is broken or too large to be looked through. */
export function unpack(bytes: Uint8Array): Uint8Array | undefined {
  try {
    return unzipSync(bytes, { maxOutputLength: mostUnpackedBytes });
  } catch {
    return undefined;
  }
}
