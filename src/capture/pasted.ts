import type { Evidence } from '../core/evidence.ts';
import { createRedaction } from '../redactors/index.ts';
import { withoutModelText } from './text/answer.ts';
import { evidenceOf } from './text/evidence.ts';
import { unpack } from './unpack.ts';

const redaction = createRedaction({ gunzip: unpack });

/** A pasted text without its secrets, and what it says of a call. */
export interface RedactedPaste {
  readonly text: string;
  readonly evidence: Evidence;
}

/**
 * Reads a pasted text into evidence. Secrets are taken out before anything else looks at it, so nothing that follows
 * can hold one. Never throws, whatever the text is.
 */
export function readPasted(text: string): Evidence {
  return redactedPaste(text).evidence;
}

/** The same, with the text that the evidence was read from, which may be kept. */
export function redactedPaste(text: string): RedactedPaste {
  const clean = withoutSecrets(text);
  return { text: clean, evidence: evidenceOf(withoutModelText(clean)) };
}

/** Takes out of a text what is taken out of a paste: every secret of a known kind, the packed ones among them. */
export function withoutSecrets(text: string): string {
  return redaction.redact(text).text;
}
