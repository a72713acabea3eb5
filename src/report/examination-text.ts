import type { ExaminedFinding, Examination, Mark, ProbeReport } from '../core/examination.ts';
import { hang, widthOf, wrapText } from './layout.ts';
import type { Painter } from './paint.ts';
import { remedyLines } from './remedy-lines.ts';
import { settlingTest } from './settling.ts';
import type { TextStyle } from './verdict-text.ts';
import { duration, retryWords, sides } from './words.ts';

/** How an ended probe is marked; the words stand beside it, so that nothing depends on the sign. */
export const marks: Readonly<Record<Mark, { readonly sign: string; readonly word: string }>> = {
  fine: { sign: '✓', word: 'fine' },
  finding: { sign: '✗', word: 'fails' },
  noted: { sign: '!', word: 'noted' },
  unanswerable: { sign: '?', word: 'no answer' },
  skipped: { sign: '–', word: 'skipped' },
  needless: { sign: '–', word: 'does not apply' },
  'not-run': { sign: '·', word: 'not run' },
};

/** How sure a finding of a probe is; it rests on a measurement and not on a text. */
const measured = { proven: 'measured', likely: 'likely', possible: 'possible, not certain' } as const;

const idWidth = 20;
/** With less room than this beside its name, what a probe said stands below it. */
const leastBeside = 30;
const label = (text: string): string => `  ${text.padEnd(11)}`;

/** An examination on a screen: the answer, what to do, the table of probes, what was ruled out and not tested. */
export function examinationText(examination: Examination, style: TextStyle): string {
  const { paint, width } = style;
  const { findings } = examination;
  const [first, ...others] = findings;
  const lines = [
    ...headlineLines(examination, paint, width),
    ...(first ? findingLines(first, style) : []),
    '',
    ...probeTable(examination.probes, style),
    ...others.flatMap((other) => [
      '',
      ...otherLines(other, style),
      ...(first ? settlingLines(first, other, style) : []),
    ]),
  ];
  lines.push(...examinationTail(examination, style));
  return `${lines.join('\n')}\n`;
}

/** What was ruled out, what was not tested, and what it cost. */
export function examinationTail(examination: Examination, { paint, width }: TextStyle): readonly string[] {
  const { ruledOut, spent } = examination;
  const lines: string[] = [];
  if (ruledOut.length > 0) lines.push('', ...hang(label('Ruled out'), ruledOutText(ruledOut), width));
  const reasons = [...groupedReasons(examination)];
  if (reasons.length > 0) lines.push('');
  for (const [at, [because, ids]] of reasons.entries()) {
    lines.push(...hang(label(at === 0 ? 'Not tested' : ''), `${ids.join(', ')}: ${because}`, width));
  }
  lines.push('', paint.faint(`  ${spentText(spent)}`));
  return lines;
}

function headlineLines(
  { outcome, headline, conclusions }: Examination,
  paint: Painter,
  width: number,
): readonly string[] {
  const sign = { failure: paint.bad('✗ '), none: paint.good('○ '), unknown: paint.warn('? ') }[outcome];
  return [
    ...hang(sign, paint.strong(headline), width),
    ...conclusions.flatMap((one) => wrapText(one, width - 2).map((line) => `  ${line}`)),
  ];
}

function findingLines(finding: ExaminedFinding, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const about = `On the side of ${sides[finding.locus]} · ${measured[finding.certainty]} by ${finding.probe} · ${finding.cause}`;
  return [
    ...wrapText(about, width - 2).map((line) => `  ${paint.faint(line)}`),
    '',
    ...wrapText(finding.saw, width - 2).map((line) => `  ${line}`),
    ...wrapText(finding.explanation, width - 2).map((line) => `  ${line}`),
    '',
    paint.strong('  Do now'),
    ...remedyLines(finding.remedies, '    ', style),
    '',
    ...hang(label('Retry'), `${retryWords(finding.retry)}. ${finding.retry.because}`, width),
    ...hang(label('Read'), `${finding.docs.title} (checked ${finding.docs.checkedOn})`, width),
    `${label('')}${finding.docs.url}`,
  ];
}

/** Further findings are told in short: one thing is done at a time. */
function otherLines(finding: ExaminedFinding, { paint, width }: TextStyle): readonly string[] {
  const [remedy] = finding.remedies;
  return [
    ...hang(label('Also'), `${finding.title} (${finding.cause}, ${measured[finding.certainty]})`, width),
    ...hang(label(''), finding.saw, width),
    ...(remedy ? hang(label(''), remedy.action, width) : []),
    ...(remedy?.run === undefined ? [] : remedy.run.split('\n').map((line) => label('') + paint.code(line))),
  ];
}

function settlingLines(first: ExaminedFinding, other: ExaminedFinding, { width }: TextStyle): readonly string[] {
  const test = settlingTest(first, other);
  return test === undefined ? [] : hang(label(''), `To tell the two apart: ${test}`, width);
}

/** What did not run stands under "not tested", with its reason. */
function hasRun(mark: Mark): boolean {
  return mark === 'fine' || mark === 'finding' || mark === 'noted' || mark === 'unanswerable';
}

/** One line for each probe that was asked, and its notes under it. */
export function probeTable(probes: readonly ProbeReport[], style: TextStyle): readonly string[] {
  return probes.filter(({ mark }) => hasRun(mark)).flatMap((probe) => probeLines(probe, style));
}

/** A time as a table shows it. */
export function timeText(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : duration(ms);
}

/** The line of one probe that has ended. */
export function probeLines(probe: ProbeReport, { paint, width }: TextStyle): readonly string[] {
  const { sign } = marks[probe.mark];
  const painted = paintMark(probe.mark, sign, paint);
  const time = probe.tookMs === undefined ? '' : timeText(probe.tookMs);
  const head = `  ${painted} ${probe.id.padEnd(idWidth)} ${time.padStart(7)}  `;
  const notes = (indent: string): readonly string[] =>
    probe.notes.flatMap(({ text }) => hang(`${indent}Note: `, text, width));
  if (width - widthOf(head) < leastBeside) {
    const indent = ' '.repeat(4);
    return [
      `  ${painted} ${probe.id}${time === '' ? '' : ` (${time})`}`,
      ...hang(indent, probe.said, width),
      ...notes(indent),
    ];
  }
  const said = hang(' '.repeat(widthOf(head)), probe.said, width).map((line, at) =>
    at === 0 ? head + line.trimStart() : line,
  );
  return [...said, ...notes(' '.repeat(widthOf(head)))];
}

function paintMark(mark: Mark, sign: string, paint: Painter): string {
  if (mark === 'fine') return paint.good(sign);
  if (mark === 'finding') return paint.bad(sign);
  return mark === 'noted' || mark === 'unanswerable' ? paint.warn(sign) : paint.faint(sign);
}

function ruledOutText(ruledOut: Examination['ruledOut']): string {
  const byProbe = new Map<string, string[]>();
  for (const { cause, probe } of ruledOut) byProbe.set(probe, [...(byProbe.get(probe) ?? []), cause]);
  return [...byProbe].map(([probe, causes]) => `${causes.join(', ')} (${probe})`).join('; ');
}

/** Probes that were left out for the same reason stand together. */
function groupedReasons({ notTested, probes }: Examination): ReadonlyMap<string, readonly string[]> {
  const byReason = new Map<string, string[]>();
  const inTable = new Set(probes.filter(({ mark }) => hasRun(mark)).map(({ id }) => id));
  for (const { probe, because } of notTested)
    if (!inTable.has(probe)) byReason.set(because, [...(byReason.get(because) ?? []), probe]);
  return byReason;
}

/** What a run used, in a line. */
export function spentText({ requests, tokens, seconds }: Examination['spent']): string {
  return `${requests} HTTP ${requests === 1 ? 'request' : 'requests'}, ${tokens === 0 ? 'no paid tokens' : `at most ${tokens} paid tokens`}, ${timeText(seconds * 1000)}.`;
}
