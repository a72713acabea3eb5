import { readPasted } from '../capture/pasted.ts';
import { causes } from '../causes/index.ts';
import { createEngine } from '../core/engine.ts';
import type { Verdict } from '../core/verdict.ts';

const engine = createEngine(causes);

/** Judges a pasted text by all causes; for many texts, one after the other. */
export function judgeText(text: string): Verdict {
  return engine.judge(readPasted(text));
}
