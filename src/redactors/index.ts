import { anthropicCredentials } from './anthropic.ts';
import { genericSecrets } from './generic.ts';
import { providerKeys } from './providers.ts';
import { maskWith, redactWith, type Redacted, type Redactor } from './redactor.ts';

/** Every redactor, the ones with the clearest form first. */
export const redactors: readonly Redactor[] = [...anthropicCredentials, ...providerKeys, ...genericSecrets];

/** Removes every credential and personal datum of a known kind from a text. */
export function redact(text: string): Redacted {
  return redactWith(redactors, text);
}

/** Covers every credential in a text and leaves its length and lines as they are. */
export function mask(text: string): string {
  return maskWith(redactors, text);
}
