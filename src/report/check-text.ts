import { sentenceOf } from './check-formats.ts';
import type { PlacedProblem, CheckedItem } from './check-model.ts';
import { codeFrame } from './code-frame.ts';
import { hang, wrapText } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';

/** How many problems of one request are shown with their place; the rest is counted. */
const mostShown = 20;

/** Judged requests for a terminal. */
export function checkText(items: readonly CheckedItem[], style: TextStyle): string {
  return items.map((item) => itemText(item, style)).join('\n');
}

function itemText(item: CheckedItem, style: TextStyle): string {
  const { paint, width } = style;
  const errors = item.problems.filter(({ problem }) => problem.severity === 'error').length;
  const warnings = item.problems.length - errors;
  const mark = item.ok ? paint.good('✓ ') : paint.bad('✗ ');
  const lines = [
    ...hang(mark, paint.strong(`${visible(item.name)}: ${headline(item, errors, warnings)}`), width),
    ...(item.note === undefined ? [] : wrapText(visible(item.note), width - 2).map((line) => `  ${paint.faint(line)}`)),
    ...item.problems.slice(0, mostShown).flatMap((one) => ['', ...problemLines(one, item, style)]),
    ...(item.problems.length > mostShown ? ['', `  and ${item.problems.length - mostShown} more; --json has all`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ ok, what }: CheckedItem, errors: number, warnings: number): string {
  const also = warnings === 0 ? '' : `, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  if (what !== 'request') {
    if (!ok) return `${count(errors, 'problem')} in this ${what}${also}`;
    return warnings === 0 ? `nothing wrong with this ${what}` : `no error in this ${what}${also}`;
  }
  return ok
    ? `the API would take this request${also}`
    : `the API would refuse this request (${count(errors, 'problem')}${also})`;
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function problemLines(
  { problem, range, line, column }: PlacedProblem,
  item: CheckedItem,
  style: TextStyle,
): readonly string[] {
  const { paint, width } = style;
  const isError = problem.severity === 'error';
  const message = visible(sentenceOf(problem));
  const place =
    item.file === undefined ? `line ${line}, column ${column} of the body` : visible(`${item.file}:${line}:${column}`);
  const said = problem.wording === 'api' ? '' : ', in our words';
  const flag = problem.fix === undefined ? '' : problem.fix.safe ? '--fix' : `--fix=${problem.fix.name}`;
  return [
    ...hang(isError ? paint.bad('  ✗ ') : paint.warn('  ! '), message, width),
    `    ${paint.faint(`${problem.cause} · ${problem.severity}${said} · ${place}`)}`,
    ...codeFrame(item.text, range, style).map((row) => `  ${row}`),
    ...(problem.why === undefined ? [] : hang('    Why  ', visible(problem.why), width)),
    ...(problem.fix === undefined ? [] : hang('    Fix  ', `${flag}: ${visible(problem.fix.does)}`, width)),
  ];
}
