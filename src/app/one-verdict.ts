import { readPasted } from '../capture/pasted.ts';
import { loadCandidates } from '../causes/candidates.ts';
import { askAll } from '../core/asking.ts';
import { withFallback } from '../core/fallback.ts';
import { prepareCauses } from '../core/signs.ts';
import type { Verdict } from '../core/verdict.ts';
import { isSpecificAmong, isWeak, weigh } from '../core/weighing.ts';

/**
 * Judges one pasted text, and loads only the causes that can fit; all of them only when none of those is sure. The
 * verdict is that of `judgeText`.
 */
export async function judgeOneText(text: string): Promise<Verdict> {
  const evidence = readPasted(text);
  const { specific, families } = await loadCandidates(evidence);
  const answers = new Map(askAll(specific, evidence));
  if (!isSpecificAmong(answers)) for (const [id, answer] of askAll(await families(), evidence)) answers.set(id, answer);
  const verdict = weigh(answers, evidence);
  if (!isWeak(verdict, evidence)) return verdict;
  const { causes } = await import('../causes/index.ts');
  return withFallback(verdict, answers, evidence, prepareCauses(causes));
}
