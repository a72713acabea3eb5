import { evidenceOf } from '../capture/text/evidence.ts';
import { causes } from '../causes/index.ts';
import { createEngine } from '../core/engine.ts';
import type { Verdict } from '../core/verdict.ts';
import { redact } from '../redactors/index.ts';

const engine = createEngine(causes);

/**
 * Judges a text that a user pasted. Secrets are taken out before anything else looks at it, so no verdict can hold
 * one. Never throws, whatever the text is.
 */
export function judgeText(text: string): Verdict {
  return engine.judge(evidenceOf(redact(text).text));
}
