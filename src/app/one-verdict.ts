import { readPasted } from '../capture/pasted.ts';
import { loadCandidates } from '../causes/candidates.ts';
import { createEngine, judgeExactly } from '../core/engine.ts';
import { isWeak } from '../core/fallback.ts';
import type { Verdict } from '../core/verdict.ts';

/**
 * Judges one pasted text, and loads only the causes that can fit; all of them only when none of those is sure. The
 * verdict is that of `judgeText`.
 */
export async function judgeOneText(text: string): Promise<Verdict> {
  const evidence = readPasted(text);
  const verdict = judgeExactly(await loadCandidates(evidence), evidence);
  if (!isWeak(verdict)) return verdict;
  const { causes } = await import('../causes/index.ts');
  return createEngine(causes).judge(evidence);
}
