import { anthropicCredentials } from './kinds/anthropic.ts';
import { awsKeys, awsNames } from './kinds/aws.ts';
import { azureKeys, azureNames } from './kinds/azure.ts';
import { codeHostTokens } from './kinds/code-hosts.ts';
import { commandLineSecrets } from './kinds/command-line.ts';
import { googleKeys } from './kinds/google.ts';
import { messagingNames, messagingPatterns, messagingTokens } from './kinds/messaging.ts';
import { modelProviderKeys, modelProviderNames } from './kinds/model-providers.ts';
import { namedSecrets } from './kinds/named.ts';
import { paymentKeys, paymentNumbers } from './kinds/payment.ts';
import { passwordsInWords, personalForms, personalNumbers } from './kinds/people.ts';
import { servicePatterns, serviceTokens } from './kinds/services.ts';
import { privateParts, standardForms } from './kinds/tokens-and-keys.ts';
import { urlSecrets } from './kinds/urls.ts';
import type { Redacted } from './marker.ts';
import { redactingOf, type Redacting, type RedactionOptions } from './redaction.ts';
import type { RedactorSet } from './redactor.ts';
import type { RedactedValue } from './value.ts';

/** Every kind of secret that is known, the ones with the clearest form first. */
export const redactors: RedactorSet = {
  byForm: [
    ...anthropicCredentials,
    ...awsKeys,
    ...googleKeys,
    ...codeHostTokens,
    ...messagingTokens,
    ...modelProviderKeys,
    ...paymentKeys,
    ...azureKeys,
    ...serviceTokens,
    ...standardForms,
    ...urlSecrets,
    ...personalForms,
  ],
  byPattern: [...messagingPatterns, ...servicePatterns, ...paymentNumbers, ...commandLineSecrets, ...privateParts],
  byName: [...awsNames, ...azureNames, ...messagingNames, ...modelProviderNames, ...namedSecrets],
  beside: [...personalNumbers, ...passwordsInWords],
};

const plain = redactingOf(redactors);

/** Removes every credential and personal datum of a known kind from a text. */
export function redact(text: string): Redacted {
  return plain.redact(text);
}

/** A copy of a parsed value, every text of it redacted and each member looked at together with its name. */
export function redactValue(value: unknown): RedactedValue {
  return plain.redactValue(value);
}

/** Covers every credential in a text and leaves its length and lines as they are. */
export function mask(text: string): string {
  return plain.mask(text);
}

/** Makes a redaction that takes out what the user calls secret, and nothing else. */
export function createCustomRedaction(options: RedactionOptions): Redacting {
  return redactingOf({ byForm: [], byPattern: [], byName: [], beside: [] }, options);
}

/** Makes the redaction of one output, with its fingerprints, what the user added, and the means to look into gzip. */
export function createRedaction(options: RedactionOptions): Redacting {
  return redactingOf(redactors, options);
}
