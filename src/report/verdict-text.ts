import type { Quote } from '../core/cause.ts';
import type { Finding, Verdict } from '../core/verdict.ts';
import { hang, wrapText } from './layout.ts';
import type { Painter } from './paint.ts';
import { remedyLines } from './remedy-lines.ts';
import { settlingTest } from './settling.ts';
import { certainties, retryWords, sides } from './words.ts';

/** How a text is laid out for a reader. */
export interface TextStyle {
  readonly paint: Painter;
  /** Columns. */
  readonly width: number;
}

const mostQuoted = 4;
const label = (text: string): string => `  ${text.padEnd(11)}`;

/** A verdict on one screen: fault first, then why, what to do, and where to read on. */
export function verdictText(verdict: Verdict, style: TextStyle): string {
  const { paint, width } = style;
  const [first, ...others] = verdict.findings;
  if (!first) return noFinding(verdict, style);
  const lines = [...findingLines(first, verdict, style)];
  for (const other of others) {
    lines.push(
      '',
      ...hang(
        '  It may also be  '.padEnd(18),
        `${other.title} (${other.cause}, ${certainties[other.certainty]})`,
        width,
      ),
    );
    const test = settlingTest(first, other);
    if (test !== undefined) lines.push(...hang('  To tell apart   '.padEnd(18), test, width));
  }
  for (const open of verdict.open) lines.push('', ...hang(label('Open'), open, width));
  for (const crash of verdict.crashed ?? []) {
    lines.push(
      '',
      paint.warn(`  A bug in Faultline: judging ${crash.cause} failed (${crash.error}). The other causes were judged.`),
    );
  }
  return `${lines.join('\n')}\n`;
}

function findingLines(finding: Finding, verdict: Verdict, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const { facts } = verdict;
  const id =
    facts.requestId === undefined ? [] : hang(label('Request id'), `${facts.requestId} (quote it to support)`, width);
  const consequences =
    finding.consequences?.flatMap((one) => hang(label('Follows'), `${one.title} (${one.cause})`, width)) ?? [];
  return [
    ...hang(paint.bad('✗ '), paint.strong(finding.title), width),
    ...wrapText(
      `On the side of ${sides[finding.locus]} · ${certainties[finding.certainty]} · ${finding.cause}`,
      width - 2,
    ).map((line) => `  ${paint.faint(line)}`),
    '',
    ...wrapText(finding.explanation, width - 2).map((line) => `  ${line}`),
    '',
    ...quoteLines(finding.because, paint, width),
    paint.strong('  Do now'),
    ...remedyLines(finding.remedies, '    ', style),
    '',
    ...hang(label('Retry'), `${retryWords(finding.retry)}. ${finding.retry.because}`, width),
    ...id,
    ...consequences,
    ...hang(label('Read'), `${finding.docs.title} (checked ${finding.docs.checkedOn})`, width),
    `${label('')}${finding.docs.url}`,
    ...hang(label('Deeper'), `faultline causes ${finding.cause}`, width),
  ];
}

function quoteLines(quotes: readonly Quote[], paint: Painter, width: number): readonly string[] {
  const lines = quotes
    .filter((quote) => quote.text !== '')
    .flatMap((quote) => shortened(wrapText(quote.text.replace(/\s*\n\s*/g, ' '), width - 6)))
    .map((line) => `    ${line}`);
  return lines.length === 0 ? [] : [paint.strong('  Evidence'), ...lines.map((line) => paint.faint(line)), ''];
}

/** The first lines of a quote; the last one says when there is more. */
function shortened(lines: readonly string[]): readonly string[] {
  if (lines.length <= mostQuoted) return lines;
  return [...lines.slice(0, mostQuoted - 1), `${lines[mostQuoted - 1]?.replace(/…$/, '') ?? ''}…`];
}

function noFinding({ outcome, facts, open }: Verdict, { paint, width }: TextStyle): string {
  if (outcome === 'none') {
    return `${[
      ...hang(paint.good('○ '), paint.strong('No failure of the Claude API in this text'), width),
      ...wrapText(
        'Nothing in it says that a call to the Messages API failed. Paste the error itself, the response body, or the log around it.',
        width - 2,
      ).map((line) => `  ${line}`),
    ].join('\n')}\n`;
  }
  const known = Object.entries(facts).flatMap(([name, value]) =>
    typeof value === 'object' ? [] : [`${name} ${value}`],
  );
  return `${[
    ...hang(paint.warn('? '), paint.strong('A call failed, and its cause is not known to Faultline'), width),
    ...(known.length > 0 ? hang('  Known      ', known.join(', '), width) : []),
    ...open.flatMap((one) => hang('  Next       ', one, width)),
  ].join('\n')}\n`;
}
