import { hang } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { visible } from '../../report/visible.ts';
import type { Figures } from '../figures.ts';
import { stepText } from '../plan.ts';
import { durationText, numberText } from '../words.ts';

/** How entries ended, by how many. */
export interface Ends {
  readonly done: number;
  readonly failed: number;
  readonly setAside: number;
  readonly unknown: number;
  readonly waiting: number;
}

/** What a run came to. */
export interface RunSummary {
  readonly run: string;
  readonly ending: 'drained' | 'stopped' | 'retries-spent' | 'interrupted';
  readonly because?: string;
  readonly tookMs: number;
  readonly ends: Ends;
  /** Failures of this run by cause, entries and tries together. */
  readonly causes: Readonly<Record<string, number>>;
  readonly figures: Figures;
  readonly answers: string;
  readonly log: string;
  readonly report: string;
}

const endings: Readonly<Record<RunSummary['ending'], string>> = {
  drained: 'The queue is empty.',
  stopped: 'The ramp stopped.',
  'retries-spent': 'The retries are used up.',
  interrupted: 'The run was interrupted; the same command goes on with it.',
};

/** The end of a run in words. */
export function summaryText(summary: RunSummary, { paint, width }: TextStyle): string {
  const { ending, because, ends, figures, tookMs, causes } = summary;
  const isGood = ending === 'drained' && ends.failed + ends.setAside + ends.unknown === 0;
  const said = ending === 'drained' && !isGood ? 'The queue is empty, but not all of it is done.' : endings[ending];
  const mark = isGood ? paint.good('✓ ') : paint.bad('✗ ');
  const row = (name: string, text: string): readonly string[] => hang(`  ${name.padEnd(9)} `, visible(text), width);
  const { totals } = figures;
  const listed = Object.entries(causes).toSorted((a, b) => b[1] - a[1]);
  return `${[
    ...hang(mark, visible(`${said}${because === undefined ? '' : ` ${because}`}`), width),
    ...row('Entries', endsText(ends)),
    ...row(
      'Calls',
      `${numberText(totals.sent)} sent in ${durationText(tookMs)}, ${numberText(totals.retries)} of them retries; ${numberText(totals.refusedByLimits)} refused by limits`,
    ),
    ...row('Tokens', `${numberText(totals.inputTokens)} in, ${numberText(totals.outputTokens)} out`),
    ...row('Step', `${stepText(figures.steps[figures.step])} at the end`),
    ...(listed.length === 0 ? [] : row('Failures', listed.map(([cause, count]) => `${cause} ${count}`).join(', '))),
    // A path is copied whole, and so it is not wrapped.
    `  Answers   ${visible(summary.answers)}`,
    `  Log       ${visible(summary.log)}`,
    `  Report    ${visible(summary.report)}`,
  ].join('\n')}\n`;
}

/** How entries ended, in words. */
export function endsText({ done, failed, setAside, unknown, waiting }: Ends): string {
  return [
    `${numberText(done)} done`,
    ...(failed > 0 ? [`${numberText(failed)} failed`] : []),
    ...(setAside > 0 ? [`${numberText(setAside)} set aside`] : []),
    ...(unknown > 0 ? [`${numberText(unknown)} of unknown outcome`] : []),
    ...(waiting > 0 ? [`${numberText(waiting)} still to be sent`] : []),
  ].join(', ');
}

/** What is said of a queue of which nothing is left to send. */
export function nothingText(ends: Ends, folder: string, { width }: TextStyle): string {
  const unknown = ends.unknown > 0 ? ' --resend-unknown sends those of unknown outcome.' : '';
  return `${hang('○ ', visible(`Nothing of this queue is left to send: ${endsText(ends)} (${folder}).${unknown} --new sends all of it again.`), width).join('\n')}\n`;
}
