import type { Diagnosis, DiagnosedFinding } from '../core/diagnosis.ts';
import type { Examination } from '../core/examination.ts';
import { examinationTail, probeTable } from './examination-text.ts';
import { hang, wrapText } from './layout.ts';
import { remedyLines } from './remedy-lines.ts';
import { settlingTest } from './settling.ts';
import type { TextStyle } from './verdict-text.ts';
import { retryWords, sides } from './words.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;
const certainties = { proven: 'proven', likely: 'likely', possible: 'possible, not certain' } as const;

/** A diagnosis on one screen: the answer, the next move, why, and what was asked. */
export function diagnosisText(diagnosis: Diagnosis, style: TextStyle): string {
  const { paint, width } = style;
  const { outcome, headline, findings, reasoning, open, examination } = diagnosis;
  const [first, ...others] = findings;
  const sign = { failure: paint.bad('✗ '), none: paint.good('○ '), unknown: paint.warn('? ') }[outcome];
  const lines = [
    ...hang(sign, paint.strong(headline), width),
    ...(first ? aboutLines(first, style) : []),
    ...(first ? nextLines(first, style) : []),
    ...(first ? whyLines(first, style) : []),
    ...reasoning.flatMap((one) => wrapText(one, width - 2).map((line) => `  ${line}`)),
    ...(first ? restLines(first, style) : []),
    ...others.flatMap((other) => [
      '',
      ...otherLines(other, style),
      ...(first ? settlingLines(first, other, style) : []),
    ]),
    ...open.flatMap((one) => ['', ...hang(label('Open'), one, width)]),
    ...(examination ? askedLines(examination, style) : []),
  ];
  return `${lines.join('\n')}\n`;
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
      text === ''
        ? []
        : hang(label(sources[at] === 'error' ? 'It said' : 'Seen'), text.replace(/\s*\n\s*/g, ' '), width).map(
            paint.faint,
          ),
    ),
    '',
    ...wrapText(explanation, width - 2).map((line) => `  ${line}`),
  ];
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

function otherLines({ title, cause, certainty, saw }: DiagnosedFinding, { width }: TextStyle): readonly string[] {
  return [
    ...hang(label('Also'), `${title} (${cause}, ${certainties[certainty]})`, width),
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
