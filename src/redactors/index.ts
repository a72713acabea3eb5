import { anthropicCredentials } from './anthropic.ts';
import { genericSecrets } from './generic.ts';
import { providerKeys } from './providers.ts';
import { redactWith, type Redacted, type Redactor } from './redactor.ts';

/** Every redactor, the ones with the clearest form first. */
export const redactors: readonly Redactor[] = [...anthropicCredentials, ...providerKeys, ...genericSecrets];

/** Removes every credential and personal datum of a known kind from a text. */
export function redact(text: string): Redacted {
  return redactWith(redactors, text);
}
