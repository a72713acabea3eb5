import { createHash } from 'node:crypto';

const mark = 'RmF1bHRsaW5lU2lt';

/** The signature of a thinking block. It is bound to its text, so that a changed text does not verify. */
export function signatureFor(thinking: string): string {
  return `${mark}${createHash('sha512').update(`thinking/${thinking}`).digest('base64')}`;
}

/** What comes of checking the signature of a thinking block that is sent back. */
export type SignatureVerdict = 'verifies' | 'altered' | 'invalid';

/**
 * Checks a signature: one of the simulator's against the text, any other one by its form alone, because only the API
 * can verify it.
 */
export function verify(thinking: string, signature: string): SignatureVerdict {
  if (signature.startsWith(mark))
    return signature === signatureFor(thinking) || thinking === '' ? 'verifies' : 'altered';
  return signature.length >= 60 && /^[\w+/=-]+$/.test(signature) ? 'verifies' : 'invalid';
}
