import { hasCustomSecrets, type CustomSecrets } from '../redactors/custom.ts';
import { createCustomRedaction, createRedaction } from '../redactors/index.ts';
import type { Redacting, RedactionOptions } from '../redactors/redaction.ts';
import { withTexts } from '../redactors/texts.ts';
import { unpack } from './unpack.ts';

const fingerprintDigits = 8;

/**
 * The redaction of one output that leaves the machine. Its key is drawn here and kept nowhere, so that its fingerprints
 * are equal for equal secrets inside this output and say nothing outside.
 */
export function outputRedaction(): Redacting {
  return createRedaction(ofOneOutput());
}

/**
 * Takes what the user calls secret out of the texts of plain data, and leaves the rest as it is. A pattern that cannot be
 * used is an error at once.
 */
export function withoutCustomSecrets(custom: CustomSecrets = {}): <T>(value: T) => T {
  if (!hasCustomSecrets(custom)) return (value) => value;
  const { redact } = createCustomRedaction({ ...custom, ...ofOneOutput() });
  redact('');
  return (value) => withTexts(value, (text) => redact(text).text);
}

function ofOneOutput(): RedactionOptions {
  // Loading it takes longer than reading most errors, and most need none of it.
  const { createHmac, randomBytes } = process.getBuiltinModule('node:crypto');
  const key = randomBytes(32);
  return {
    gunzip: unpack,
    fingerprint: (secret) => createHmac('sha256', key).update(secret).digest('hex').slice(0, fingerprintDigits),
  };
}
