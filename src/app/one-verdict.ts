import { loadCandidates } from '../causes/candidates.ts';
import { createEngine } from '../core/engine.ts';
import type { Verdict } from '../core/verdict.ts';
import { readPasted } from './read.ts';

/** Judges one pasted text, and loads only the causes that can fit; the verdict is that of `judgeText`. */
export async function judgeOneText(text: string): Promise<Verdict> {
  const evidence = readPasted(text);
  return createEngine(await loadCandidates(evidence)).judge(evidence);
}
