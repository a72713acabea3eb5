import { variableWords, type Certificate, type CertificateAnswer, type CertificateRun } from '../core/certificate.ts';
import { changeWords, spentWords } from './certificate-text.ts';
import { fenced } from './fence.ts';
import { visible } from './visible.ts';
import { exactDuration } from './words.ts';

const states = { yes: 'yes', no: '**no**', open: 'could not be told', 'not-asked': 'not asked' } as const;
const results = {
  proven: 'proven',
  refuted: 'not proven',
  confounded: 'confounded',
  inconclusive: 'inconclusive',
} as const;

/** A certificate as Markdown, to be kept with the change that it is about. */
export function certificateMarkdown(certificate: Certificate): string {
  const { headline, result, answers, runs, madeAt, faultline, machine, spent } = certificate;
  return `${[
    `### ${visible(headline)}`,
    '',
    `Result: **${results[result]}** · ${madeAt} · Faultline ${faultline} · ${machine.system}, ${machine.runtime} (machine ${machine.id})`,
    ...incidentSection(certificate),
    '',
    '| question | answer | |',
    '| --- | --- | --- |',
    ...answers.map(({ question, state, said }) => `| ${question} | ${states[state]} | ${cell(said)} |`),
    ...answers.flatMap(answerSection),
    '',
    '#### What was run',
    '',
    '| run | through | tries | time | checks |',
    '| --- | --- | --- | --- | --- |',
    ...runs.map(runRow),
    ...(spent ? ['', spentWords(spent)] : []),
  ].join('\n')}\n`;
}

function incidentSection({ incident, variables }: Certificate): readonly string[] {
  if (!incident) return [];
  const { id, at, cause, title } = incident;
  const states = { same: 'the same', changed: '**changed**', 'not-seen': 'not seen' } as const;
  return [
    '',
    `Incident \`${id}\` of ${at}: ${title} (\`${cause}\`).`,
    '',
    '| variable | | |',
    '| --- | --- | --- |',
    ...variables.map(
      (one) =>
        `| ${variableWords[one.name]} | ${one.isFix ? 'the fix' : states[one.state]} | ${cell(one.state === 'changed' || one.isFix ? changeWords(one) : (one.now ?? ''))} |`,
    ),
  ];
}

function answerSection({ question, evidence }: CertificateAnswer): readonly string[] {
  if (evidence.length === 0) return [];
  return [
    '',
    `#### ${question}`,
    '',
    ...evidence.flatMap(({ runs, said, seen, state }) => [
      // Of what holds, one run stands for all; what fails is to be repaired in each.
      `- ${visible(`${(state === 'holds' ? runs.slice(0, 1) : runs).join('; ')}: ${said}`)}`,
      ...(seen && seen.length > 0 ? ['', ...fenced(visible(seen.join('\n'))).map((line) => `  ${line}`), ''] : []),
    ]),
  ];
}

function runRow({ title, through, tries, tookMs, checks }: CertificateRun): string {
  const ends = tries.map(
    ({ status, requestId }) => `${status ?? 'no answer'}${requestId === undefined ? '' : ` \`${requestId}\``}`,
  );
  const told = checks.map(({ state, said }) => `${checkWords[state]}: ${said}`);
  return `| ${cell(title)} | ${through} | ${cell(ends.slice(0, 12).join(', '))} | ${exactDuration(tookMs)} | ${cell(told.join(' '))} |`;
}

const checkWords = { holds: 'holds', fails: '**fails**', open: 'open', noted: 'note' } as const;

function cell(text: string): string {
  return visible(text).replaceAll('|', '\\|').replaceAll('\n', ' ');
}
