import type { Certificate, CertificateAnswer, CertificateEvidence, CertificateRun } from '../core/certificate.ts';
import { clip, hang, wrapText } from './layout.ts';
import type { Painter } from './paint.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';
import { exactDuration } from './words.ts';

const label = (text: string): string => `  ${text.padEnd(11)}`;
const mostSeen = 3;

/** A certificate on a screen: the result, the five answers with their evidence, and what was run. */
export function certificateText(certificate: Certificate, style: TextStyle): string {
  const { paint, width } = style;
  const { result, headline, answers, runs } = certificate;
  const sign = {
    proven: paint.good('✓ '),
    refuted: paint.bad('✗ '),
    confounded: paint.warn('? '),
    inconclusive: paint.warn('? '),
  };
  const lines = [
    ...hang(sign[result], paint.strong(headline), width),
    ...answers.flatMap((answer) => ['', ...answerLines(answer, style)]),
    '',
    ...runs.flatMap((run) => runLines(run, style)),
    ...noteLines(runs, style),
  ];
  return `${lines.join('\n')}\n`;
}

function answerLines({ state, question, said, evidence }: CertificateAnswer, style: TextStyle): readonly string[] {
  const { paint, width } = style;
  const head = { yes: paint.good('✓ '), no: paint.bad('✗ '), open: paint.warn('? '), 'not-asked': paint.faint('– ') };
  const word = { yes: 'Yes.', no: 'No.', open: 'It could not be told.', 'not-asked': 'Not asked.' };
  return [
    ...hang(`  ${head[state]}`, `${question} ${word[state]}`, width),
    ...wrapText(said, width - 4).map((line) => `    ${paint.faint(line)}`),
    ...evidence.flatMap((one) => evidenceLines(one, style)),
  ];
}

function evidenceLines(
  { runs, said, seen = [], state }: CertificateEvidence,
  { paint, width }: TextStyle,
): readonly string[] {
  const [first = '', ...others] = runs;
  // Of what holds, one run stands for all; what fails is to be repaired in each.
  const more = others.length === 0 || state === 'holds' ? '' : ` and ${others.length} more`;
  return [
    ...hang('    · ', visible(`${first}${more}: ${said}`), width),
    ...seen.slice(0, mostSeen).map((line) => paint.faint(clip(`        ${visible(line.trim())}`, width))),
  ];
}

function runLines(run: CertificateRun, { paint, width }: TextStyle): readonly string[] {
  const { title, checks, tries, tookMs } = run;
  const about = [...(tries.length > 0 ? [triesWords(run)] : []), exactDuration(tookMs)].join(' · ');
  return hang(`  ${signOf(checks, paint)} `, `${title}  ${paint.faint(about)}`, width);
}

/** The statuses in order, those that repeat as one: `429, 200`, `529 × 3`. */
function triesWords({ tries }: CertificateRun): string {
  const groups: { word: string; count: number }[] = [];
  for (const { status } of tries) {
    const word = status === undefined ? 'no answer' : String(status);
    const last = groups.at(-1);
    if (last?.word === word) last.count++;
    else groups.push({ word, count: 1 });
  }
  const words = groups.map(({ word, count }) => (count === 1 ? word : `${word} × ${count}`));
  return words.length > 6 ? `${words.slice(0, 5).join(', ')}, …` : words.join(', ');
}

function signOf(checks: CertificateRun['checks'], paint: Painter): string {
  if (checks.some(({ state }) => state === 'fails')) return paint.bad('✗');
  return checks.some(({ state }) => state === 'open') ? paint.warn('?') : paint.good('✓');
}

function noteLines(runs: readonly CertificateRun[], { width }: TextStyle): readonly string[] {
  const notes = runs.flatMap(({ title, checks }) =>
    checks.flatMap(({ state, said }) => (state === 'noted' ? `${title}: ${said}` : [])),
  );
  return notes.length === 0 ? [] : ['', ...notes.flatMap((note) => hang(label('Note'), visible(note), width))];
}
