import type { Diagnosis, DiagnosedFinding } from '../core/diagnosis.ts';
import type { Examination } from '../core/examination.ts';
import { examinationTail, marks, probeTable, spentText } from './examination-text.ts';
import { hang, wrapText } from './layout.ts';
import { remedyLines } from './remedy-lines.ts';
import { settlingTest } from './settling.ts';
import type { TextStyle } from './verdict-text.ts';
import { retryWords, sides } from './words.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;
const certainties = { proven: 'proven', likely: 'likely', possible: 'possible, not certain' } as const;

/** How much is told. */
export interface DiagnosisOptions {
  /** Every remedy, every probe with its time, what was ruled out and what was not tested. */
  readonly details?: boolean;
}

/** Of what was said and seen, so many lines are enough to know it again. */
const mostQuoted = 2;

/** A diagnosis: the answer, the next move and why on one screen; with `details` all that was asked, too. */
export function diagnosisText(diagnosis: Diagnosis, style: TextStyle, options: DiagnosisOptions = {}): string {
  const { paint, width } = style;
  const { outcome, headline, findings, reasoning, open, examination } = diagnosis;
  const [first, ...others] = findings;
  // Without a cause, what was asked is all that there is to tell.
  const details = options.details === true || first === undefined;
  const sign = { failure: paint.bad('✗ '), none: paint.good('○ '), unknown: paint.warn('? ') }[outcome];
  const lines = [
    ...hang(sign, paint.strong(headline), width),
    ...(first ? aboutLines(first, style) : []),
    ...(first ? nextLines(first, style) : []),
    ...(first ? (details ? whyLines(first, style) : shortWhy(first, diagnosis.facts?.message, style)) : []),
    ...reasoning.flatMap((one) => wrapText(one, width - 2).map((line) => `  ${line}`)),
    ...(first ? (details ? restLines(first, style) : shortRest(first, style)) : []),
    ...others.flatMap((other) => [
      ...(details ? [''] : []),
      ...otherLines(other, style, details),
      ...(first ? settlingLines(first, other, style) : []),
    ]),
    ...open.flatMap((one) => [...(details ? [''] : []), ...hang(label('Open'), one, width)]),
    ...(details ? (examination ? askedLines(examination, style) : []) : endLines(first, examination, style)),
  ];
  return `${lines.join('\n')}\n`;
}

/** One alternative, and whether a retry helps. */
function shortRest({ remedies, retry, docs }: DiagnosedFinding, { width }: TextStyle): readonly string[] {
  const [, other] = remedies;
  return [
    '',
    ...(other ? hang(label('If not'), other.action, width) : []),
    ...hang(label('Retry'), `${retryWords(retry)}. ${retry.because}`, width),
    ...hang(label('Read'), `${docs.title} (checked ${docs.checkedOn})`, width),
    `${label('')}${docs.url}`,
  ];
}

/** What was asked, in a line, and where there is more. */
function endLines(
  first: DiagnosedFinding | undefined,
  examination: Examination | undefined,
  { width }: TextStyle,
): readonly string[] {
  const more = first ? `\`--details\`, or \`faultline causes ${first.cause}\`` : '';
  return [
    ...(examination ? hang(label('Asked'), askedInShort(examination), width) : []),
    ...hang(label('More'), more, width),
  ];
}

function askedInShort({ probes, spent }: Examination): string {
  const said = (['fine', 'finding', 'noted', 'unanswerable'] as const).flatMap((mark) => {
    const marked = probes.filter((probe) => probe.mark === mark);
    if (marked.length === 0) return [];
    const { word } = marks[mark];
    return [mark === 'fine' ? `${marked.length} ${word}` : `${marked.map(({ id }) => id).join(', ')} ${word}`];
  });
  return `${said.join('; ')}. ${spentText(spent)}`;
}

function aboutLines(
  { locus, certainty, sources, cause }: DiagnosedFinding,
  { paint, width }: TextStyle,
): readonly string[] {
  const by = sources.map((source) => (source === 'error' ? 'the error' : source)).join(' and ');
  const text = `On the side of ${sides[locus]} · ${certainties[certainty]} by ${by} · ${cause}`;
  return wrapText(text, width - 2).map((line) => `  ${paint.faint(line)}`);
}

function nextLines({ remedies }: DiagnosedFinding, { paint, width }: TextStyle): readonly string[] {
  const [next] = remedies;
  if (!next) return [];
  return [
    '',
    ...hang(`  ${paint.strong('Do next')}    `, next.action, width),
    ...(next.run === undefined ? [] : next.run.split('\n').map((line) => label('') + paint.code(line))),
  ];
}

function whyLines({ saw, sources, explanation }: DiagnosedFinding, { paint, width }: TextStyle): readonly string[] {
  return [
    '',
    ...saw.flatMap((text, at) =>
      text === '' ? [] : hang(seenLabel(sources[at]), onOneLine(text), width).map(paint.faint),
    ),
    '',
    ...wrapText(explanation, width - 2).map((line) => `  ${line}`),
  ];
}

/** What was said and seen, as far as it is needed to know it again: of an answer of the API, its message. */
function shortWhy(
  { saw, sources, explanation }: DiagnosedFinding,
  message: string | undefined,
  { paint, width }: TextStyle,
): readonly string[] {
  return [
    ...saw.flatMap((text, at) => {
      const told = sources[at] === 'error' ? (message ?? text) : text;
      return told === '' ? [] : shortened(hang(seenLabel(sources[at]), onOneLine(told), width - 2)).map(paint.faint);
    }),
    ...wrapText(explanation, width - 2).map((line) => `  ${line}`),
  ];
}

function seenLabel(source: string | undefined): string {
  return label(source === 'error' ? 'It said' : 'Seen');
}

function onOneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}

function shortened(lines: readonly string[]): readonly string[] {
  return lines.length <= mostQuoted ? lines : [...lines.slice(0, mostQuoted - 1), `${lines[mostQuoted - 1] ?? ''} …`];
}

function restLines({ remedies, retry, docs, cause }: DiagnosedFinding, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const rest = remedies.slice(1);
  return [
    '',
    ...(rest.length > 0 ? [paint.strong('  If that is not it'), ...remedyLines(rest, '    ', style), ''] : []),
    ...hang(label('Retry'), `${retryWords(retry)}. ${retry.because}`, width),
    ...hang(label('Read'), `${docs.title} (checked ${docs.checkedOn})`, width),
    `${label('')}${docs.url}`,
    ...hang(label('Deeper'), `faultline causes ${cause}`, width),
  ];
}

function otherLines(
  { title, cause, certainty, saw }: DiagnosedFinding,
  { width }: TextStyle,
  details: boolean,
): readonly string[] {
  const named = hang(label('Also'), `${title} (${cause}, ${certainties[certainty]})`, width);
  if (!details) return named;
  return [
    ...named,
    ...saw.slice(0, 1).flatMap((text) => (text === '' ? [] : hang(label(''), text.replace(/\s*\n\s*/g, ' '), width))),
  ];
}

function settlingLines(first: DiagnosedFinding, other: DiagnosedFinding, { width }: TextStyle): readonly string[] {
  const test = settlingTest(first, other);
  return test === undefined ? [] : hang(label(''), `To tell the two apart: ${test}`, width);
}

/** What was asked and found to be fine is named in one line. */
function askedLines(examination: Examination, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const { probes } = examination;
  const plain = probes.filter(({ mark, notes }) => mark === 'fine' && notes.length === 0);
  const telling = probes.filter((one) => !plain.includes(one));
  const names = plain.map(({ id }) => id).join(', ');
  return [
    '',
    paint.strong('  Asked'),
    ...probeTable(telling, style),
    ...(plain.length > 0 ? hang(`  ${paint.good('✓')} `, `fine: ${names}`, width) : []),
    ...examinationTail(examination, style),
  ];
}
