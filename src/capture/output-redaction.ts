import { createHmac, randomBytes } from 'node:crypto';
import { createRedaction } from '../redactors/index.ts';
import type { CustomSecrets } from '../redactors/custom.ts';
import type { Redacting } from '../redactors/redaction.ts';
import { unpack } from './unpack.ts';

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
