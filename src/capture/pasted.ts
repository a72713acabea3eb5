import { withoutModelText } from './text/answer.ts';
import { evidenceOf } from './text/evidence.ts';
import type { Evidence } from '../core/evidence.ts';
import { redact } from '../redactors/index.ts';

/**
 * Reads a pasted text into evidence. Secrets are taken out before anything else looks at it, so nothing that follows
 * can hold one. Never throws, whatever the text is.
 */
export function readPasted(text: string): Evidence {
  return evidenceOf(withoutModelText(redact(text).text));
}
