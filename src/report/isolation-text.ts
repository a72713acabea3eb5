import type { Decision, Isolation, IsolationRun, RunLikeness, VariedThing } from '../core/isolation.ts';
import { hang, wrapText } from './layout.ts';
import type { Painter } from './paint.ts';
import type { TextStyle } from './verdict-text.ts';
import { duration } from './words.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;

/** How a run ended, for the reader: the words stand beside the sign, so that nothing depends on it. */
export const likenessMarks: Readonly<Record<RunLikeness, { readonly sign: string; readonly word: string }>> = {
  same: { sign: '✗', word: 'fails' },
  other: { sign: '!', word: 'fails otherwise' },
  success: { sign: '✓', word: 'works' },
  unknown: { sign: '?', word: 'unknown' },
};

const decisionMarks: Readonly<Record<Decision['mark'], string>> = {
  decides: '→',
  'rules-out': '–',
  unsure: '?',
  'not-tried': '·',
};

/** What was isolated, on a screen: the answer, the next move, the runs, the decision table. */
export function isolationText(isolation: Isolation, style: TextStyle): string {
  const { paint, width } = style;
  const { outcome, headline, explanation, runs, decisions, held, notTried, notes, next } = isolation;
  const sign = {
    found: paint.bad('✗ '),
    'no-difference': paint.good('○ '),
    'not-reproduced': paint.warn('? '),
    inconclusive: paint.warn('? '),
  }[outcome];
  const lines = [
    ...hang(sign, paint.strong(headline), width),
    ...aboutOf(isolation).flatMap((about) => wrapText(about, width - 2).map((line) => `  ${paint.faint(line)}`)),
    ...(explanation.length > 0 ? [''] : []),
    ...explanation.flatMap((one) => wrapText(one, width - 2).map((line) => `  ${line}`)),
    '',
    ...hang(`  ${paint.strong('Do next')}    `, next, width),
  ];
  if (runs.length > 0) lines.push('', paint.strong('  Runs'));
  for (const [at, run] of runs.entries()) lines.push(...runLines(run, at + 1, isolation, style));
  lines.push('', paint.strong('  What each test tells'));
  for (const decision of decisions) lines.push(...decisionLines(decision, style));
  if (held.length > 0) {
    const kept = held.map(({ what, value }) => (value === undefined ? what : `${what} ${value}`)).join(', ');
    lines.push('', ...hang(label('Held'), kept, width));
  }
  for (const [at, { variable, because }] of notTried.entries())
    lines.push(
      ...(at === 0 ? [''] : []),
      ...hang(label(at === 0 ? 'Not tried' : ''), `${variable}: ${because}`, width),
    );
  for (const note of notes) lines.push('', ...hang(label('Note'), note, width));
  lines.push('', ...wrapText(spentWords(isolation), width - 2).map((line) => `  ${paint.faint(line)}`));
  return `${lines.join('\n')}\n`;
}

/** The failure, what it was found with, and in how many runs. */
function aboutOf({ failure, oracle, runs, things }: Isolation): readonly string[] {
  if (failure === undefined) return [];
  const own = runs.filter((run) => run.oracle === oracle).length;
  const found = `${things.length} ${things.length === 1 ? 'difference' : 'differences'}, ${own} ${own === 1 ? 'run' : 'runs'} by ${oracle}`;
  return [`The failure: ${failure}${oracle === undefined ? '' : ` · ${found}`}`];
}

function runLines(
  run: IsolationRun,
  number: number,
  isolation: Isolation,
  { paint, width }: TextStyle,
): readonly string[] {
  const { sign, word } = likenessMarks[run.likeness];
  const painted = painter(run.likeness, paint)(sign);
  const head = `  ${String(number).padStart(3)}. `;
  const text = `${runWords(run, isolation)}: ${run.likeness === 'success' ? word : run.ending}`;
  const [first = '', ...rest] = hang(' '.repeat(head.length + 2), text, width);
  return [`${head}${painted} ${first.trimStart()}`, ...rest];
}

/** What a run was, in a few words. */
export function runWords({ why, changed, oracle }: IsolationRun, isolation: Isolation): string {
  const words = `${changedWords(changed, isolation.things)}${why === 'again' ? ', once more' : ''}`;
  return oracle === isolation.oracle ? words : `${words}, by ${oracle}`;
}

function changedWords(changed: readonly string[], things: readonly VariedThing[]): string {
  if (changed.length === 0) return 'as it fails';
  if (changed.length === 1) return things.find(({ id }) => id === changed[0])?.what ?? '';
  if (changed.length === things.length) return 'with everything changed';
  const [left, ...more] = things.filter(({ id }) => !changed.includes(id));
  return left && more.length === 0
    ? `with everything changed but ${left.name}`
    : `with ${changed.length} of ${things.length} changed`;
}

function painter(likeness: RunLikeness, paint: Painter): (text: string) => string {
  if (likeness === 'same') return paint.bad;
  return likeness === 'success' ? paint.good : paint.warn;
}

function decisionLines(
  { id, test, mark, result, tells, next }: Decision,
  { paint, width }: TextStyle,
): readonly string[] {
  const sign = decisionMarks[mark];
  const head = `  ${mark === 'decides' ? paint.strong(sign) : paint.faint(sign)} `;
  const title = `${test}${id === undefined ? '' : ` (${id})`}: ${result}.`;
  if (mark === 'not-tried') return hang(head, `${title} ${next}`, width).map(paint.faint);
  return [
    ...hang(head, mark === 'decides' ? paint.strong(title) : title, width),
    ...hang('    ', mark === 'rules-out' ? tells : `${tells} ${next}`, width),
  ];
}

/** What it cost. */
export function spentWords({ spent }: Isolation): string {
  const { requests, tokens, seconds } = spent;
  const calls = requests === 0 ? 'Nothing was sent' : `${requests} live ${requests === 1 ? 'call' : 'calls'}`;
  return `${calls}, ${tokens === 0 ? 'no paid tokens' : `at most ${tokens} paid tokens`}, ${duration(seconds * 1000)}.`;
}
