import {
  variableWords,
  type Certificate,
  type CertificateAnswer,
  type CertificateEvidence,
  type CertificateRun,
  type CertificateVariable,
} from '../core/certificate.ts';
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
  const { result, headline, answers, runs, spent } = certificate;
  const sign = {
    proven: paint.good('✓ '),
    refuted: paint.bad('✗ '),
    confounded: paint.warn('? '),
    inconclusive: paint.warn('? '),
  };
  const lines = [
    ...hang(sign[result], paint.strong(headline), width),
    ...incidentLines(certificate, style),
    ...answers.flatMap((answer) => ['', ...answerLines(answer, style)]),
    '',
    ...runs.flatMap((run) => runLines(run, style)),
    ...noteLines(runs, style),
    ...(spent ? ['', paint.faint(`  ${spentWords(spent)}`)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** The incident, and what of it was held constant. */
function incidentLines({ incident, variables }: Certificate, { paint, width }: TextStyle): readonly string[] {
  if (!incident) return [];
  const { id, at, cause, title } = incident;
  const named = (state: CertificateVariable['state'], isFix: boolean): readonly CertificateVariable[] =>
    variables.filter((one) => one.state === state && one.isFix === isFix);
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['Incident', `${title} (${cause}) · ${id} · ${at}`],
    ...variables.filter(({ isFix }) => isFix).map((one) => ['The fix', changeWords(one)] as const),
    ...named('changed', false).map((one) => ['Changed', changeWords(one)] as const),
    ...listed('Held', named('same', false)),
    ...listed('Not seen', named('not-seen', false)),
    ...(named('changed', false).length > 0
      ? [['Next', 'Undo what changed beside the fix, or name it with --fix where it is the fix.'] as const]
      : []),
  ];
  return ['', ...rows.flatMap(([name, text]) => hang(paint.faint(label(name)), visible(text), width))];
}

function listed(
  name: string,
  variables: readonly CertificateVariable[],
): readonly (readonly [label: string, text: string])[] {
  const words = variables.map((one) => variableWords[one.name]);
  return words.length === 0 ? [] : [[name, words.join(', ')]];
}

/** What changed of a variable, from what to what. */
export function changeWords({ name, state, before, now, differences }: CertificateVariable): string {
  const word = variableWords[name];
  if (state === 'same') return `${word}: the same`;
  if (state === 'not-seen') return `${word}: not seen`;
  if (differences) return `${word}: ${differences.join(', ')}`;
  return `${word}: ${before ?? ''} → ${now ?? ''}`;
}

/** What live calls used, in a line. */
export function spentWords({ requests, tokens, seconds }: NonNullable<Certificate['spent']>): string {
  return `Live calls: ${requests} ${requests === 1 ? 'request' : 'requests'}, at most ${tokens} tokens, ${seconds} s.`;
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
  const { title, checks, tries, tookMs, through } = run;
  const about = [
    ...(through === 'application' || through === 'certificate' ? [] : [through]),
    ...(tries.length > 0 ? [triesWords(run)] : []),
    ...(through === 'certificate' ? [] : [exactDuration(tookMs)]),
  ].join(' · ');
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
