import type { PartEstimate, TokenEstimate, TokenRange } from '../core/view.ts';
import { clip, hang, widthOf } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';

const mostParts = 15;

/** Where the tokens of a request sit, largest first, and what to cut when they are too many. */
export function tokenTable(
  name: string,
  estimate: TokenEstimate,
  window: number | undefined,
  style: TextStyle,
): string {
  const { paint, width } = style;
  const parts = estimate.parts().toSorted((a, b) => b.tokens.high - a.tokens.high);
  const shown = parts.slice(0, mostParts);
  const column = shown.reduce((widest, { path }) => Math.max(widest, widthOf(path)), 4);
  const rest = parts.length - shown.length;
  const lines = [
    ...hang('', paint.strong(`${name}: about ${rangeWords(estimate.total)} tokens of input, estimated`), width),
    ...(window === undefined
      ? []
      : [`  ${share(estimate.total, window)} of the window of ${window.toLocaleString('en-US')}`]),
    '',
    ...shown.map((part) => row(part, estimate.total, column, style)),
    ...(rest > 0 ? [`  and ${rest} smaller parts`] : []),
    ...cutLines(shown, estimate.total, window, style),
    '',
    ...hang(
      '  ',
      'Tokens cannot be counted exactly without the API; POST /v1/messages/count_tokens counts them and is free.',
      width,
    ),
  ];
  return `${lines.join('\n')}\n`;
}

function row(
  { path, what, tokens }: PartEstimate,
  total: TokenRange,
  column: number,
  { paint, width }: TextStyle,
): string {
  const percent = `${Math.round((100 * tokens.high) / Math.max(1, total.high))} %`.padStart(5);
  return clip(
    `  ${path.padEnd(column)}  ${rangeWords(tokens).padStart(17)} ${percent}  ${paint.faint(what)}`,
    width + 9,
  );
}

/** The largest parts that together bring a request under its window. */
function cutLines(
  parts: readonly PartEstimate[],
  total: TokenRange,
  window: number | undefined,
  { width }: TextStyle,
): readonly string[] {
  const over = window === undefined ? 0 : total.high - window;
  if (over <= 0) return [];
  const cut: string[] = [];
  let saved = 0;
  for (const { path, tokens } of parts) {
    if (saved >= over) break;
    if (path === 'system' || path.startsWith('tools')) continue;
    cut.push(path);
    saved += tokens.low;
  }
  return [
    '',
    ...hang(
      '  Cut  ',
      `It may be ${over.toLocaleString('en-US')} tokens over. Shorten or drop ${cut.join(', ')}, keeping each tool call together with its result.`,
      width,
    ),
  ];
}

function rangeWords({ low, high }: TokenRange): string {
  return low === high
    ? high.toLocaleString('en-US')
    : `${low.toLocaleString('en-US')} to ${high.toLocaleString('en-US')}`;
}

function share({ low, high }: TokenRange, window: number): string {
  const percent = (tokens: number): number => Math.round((100 * tokens) / window);
  if (percent(high) === 0) return 'less than 1 %';
  return percent(low) === percent(high) ? `${percent(high)} %` : `${percent(low)} to ${percent(high)} %`;
}
