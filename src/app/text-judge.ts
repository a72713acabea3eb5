import { readPasted } from '../capture/pasted.ts';
import { createEngine } from '../core/engine.ts';
import type { Verdict } from '../core/verdict.ts';

/** Loads all causes, for judging many texts one after the other. */
export async function loadTextJudge(): Promise<(text: string) => Verdict> {
  const { causes } = await import('../causes/index.ts');
  const engine = createEngine(causes);
  return (text) => engine.judge(readPasted(text));
}
