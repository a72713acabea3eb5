import type { Diagnosis, DiagnosedFinding } from '../core/diagnosis.ts';
import { probeRows } from './examination-markdown.ts';
import { fenced } from './fence.ts';
import { settlingTest } from './settling.ts';
import { retryWords, sides } from './words.ts';

/** A diagnosis as Markdown, to be pasted into an issue. */
export function diagnosisMarkdown({ headline, findings, reasoning, open, examination }: Diagnosis): string {
  const lines = [
    `### ${headline}`,
    ...reasoning.flatMap((one) => ['', one]),
    ...findings.flatMap((finding) => ['', ...section(finding), ...settling(findings[0], finding)]),
    ...(open.length > 0 ? ['', '**Open:**', '', ...open.map((one) => `- ${one}`)] : []),
    ...(examination ? ['', ...probeRows(examination)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function settling(first: DiagnosedFinding | undefined, finding: DiagnosedFinding): readonly string[] {
  const test = first && first !== finding ? settlingTest(first, finding) : undefined;
  return test === undefined ? [] : ['', `**To tell the two apart:** ${test}`];
}

function section({
  title,
  locus,
  certainty,
  cause,
  sources,
  saw,
  explanation,
  remedies,
  retry,
}: DiagnosedFinding): readonly string[] {
  const quotes = saw.filter((text) => text !== '');
  return [
    `#### ${title}`,
    '',
    `On the side of **${sides[locus]}** · ${certainty} · \`${cause}\` · from ${sources.join(', ')}`,
    '',
    explanation,
    ...(quotes.length > 0 ? ['', ...fenced(quotes.join('\n'))] : []),
    '',
    ...remedies.flatMap(({ action, run }, at) => [
      `${at + 1}. ${action}`,
      ...(run === undefined ? [] : fenced(run).map((line) => `   ${line}`)),
    ]),
    '',
    `**Retry:** ${retryWords(retry)}. ${retry.because}`,
  ];
}
