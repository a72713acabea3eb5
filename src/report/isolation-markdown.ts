import type { Isolation } from '../core/isolation.ts';
import { likenessMarks, runWords, spentWords } from './isolation-text.ts';

/** What was isolated, as Markdown for an issue or a message. */
export function isolationMarkdown(isolation: Isolation): string {
  const { headline, failure, explanation, next, runs, decisions, held, notTried, notes } = isolation;
  const lines = [
    `### ${headline}`,
    '',
    ...(failure === undefined ? [] : [`The failure: ${failure}`, '']),
    ...explanation.flatMap((one) => [one, '']),
    `**Do next:** ${next}`,
    '',
    '| test | result | tells | next |',
    '| --- | --- | --- | --- |',
    ...decisions.map(({ id, test, result, tells, next: move }) =>
      row([id === undefined ? test : `${test} (${id})`, result, tells, move]),
    ),
    '',
  ];
  if (runs.length > 0) {
    lines.push('| run | ends | with |', '| --- | --- | --- |');
    for (const run of runs)
      lines.push(row([runWords(run, isolation), `${likenessMarks[run.likeness].word}: ${run.ending}`, run.oracle]));
    lines.push('');
  }
  if (held.length > 0)
    lines.push(
      `Held: ${held.map(({ what, value }) => (value === undefined ? what : `${what} ${value}`)).join(', ')}.`,
      '',
    );
  lines.push(...notTried.map(({ variable, because }) => `- Not tried: ${variable}. ${because}`));
  lines.push(...notes.map((note) => `- ${note}`));
  if (notTried.length + notes.length > 0) lines.push('');
  lines.push(spentWords(isolation));
  return `${lines.join('\n')}\n`;
}

function row(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ')).join(' | ')} |`;
}
