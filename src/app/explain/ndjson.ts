import { answerLines } from '../lines.ts';
import type { Host } from '../operation.ts';
import { loadTextJudge } from '../text-judge.ts';

const form = '{"id":"1","text":"..."}';

/** Answers `{"id","text"}` lines with `{"id","verdict"}` lines. */
export async function explainLines(args: readonly string[], host: Host, clean: <T>(value: T) => T): Promise<void> {
  const judgeText = await loadTextJudge();
  await answerLines(args, host, form, ({ text }) =>
    typeof text === 'string' ? { verdict: clean(judgeText(text)) } : { error: `no text; expected ${form}` },
  );
}
