import { withoutModelText } from './text/answer.ts';
import { evidenceOf } from './text/evidence.ts';
import type { Evidence } from '../core/evidence.ts';
import { createRedaction } from '../redactors/index.ts';
import { unpack } from './unpack.ts';

const redaction = createRedaction({ gunzip: unpack });

/**
 * Reads a pasted text into evidence. Secrets are taken out before anything else looks at it, so nothing that follows
 * can hold one. Never throws, whatever the text is.
 */
export function readPasted(text: string): Evidence {
  return evidenceOf(withoutModelText(redaction.redact(text).text));
}
