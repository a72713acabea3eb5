import { withCustomSecrets, type CustomSecrets } from './custom.ts';
import { engineOf, secretsIn, type Powers } from './engine.ts';
import { maskedText, redactedText, type Marking, type Redacted } from './marker.ts';
import type { RedactorSet } from './redactor.ts';
import { redactedValue, type RedactedValue } from './value.ts';

/** How one output is redacted. */
export interface RedactionOptions extends Powers, Marking, CustomSecrets {}

/** Takes the secrets out of everything that goes into one output. */
export interface Redacting {
  /** A text with a marker in the place of each secret. */
  readonly redact: (text: string) => Redacted;
  /** A text as long as before, in which secrets are covered. */
  readonly mask: (text: string) => string;
  /** A parsed value: its texts redacted, and what stands under the name of a secret, too. */
  readonly redactValue: (value: unknown) => RedactedValue;
}

/** Makes the redaction of one output. The searches are made when the first text comes. */
export function redactingOf(set: RedactorSet, options: RedactionOptions = {}): Redacting {
  let engine: ReturnType<typeof engineOf> | undefined;
  const standing = (): ReturnType<typeof engineOf> => (engine ??= engineOf(withCustomSecrets(set, options), options));
  const redact = (text: string): Redacted => redactedText(text, secretsIn(standing(), text), options);
  return {
    redact,
    mask: (text) => maskedText(text, secretsIn(standing(), text)),
    redactValue: (value) => redactedValue(value, redact),
  };
}
