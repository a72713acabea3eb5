import type { ExaminedFinding, Examination } from '../core/examination.ts';
import { marks, spentText, timeText } from './examination-text.ts';
import { fenced } from './fence.ts';
import { retryWords, sides } from './words.ts';

/** An examination as Markdown, to be pasted into an issue. */
export function examinationMarkdown(examination: Examination): string {
  const { headline, conclusions, findings } = examination;
  const lines = [
    `### ${headline}`,
    ...conclusions.flatMap((one) => ['', one]),
    ...findings.flatMap((finding) => ['', ...section(finding)]),
    '',
    ...probeRows(examination),
  ];
  return `${lines.join('\n')}\n`;
}

/** What was examined, the table of probes, and what was ruled out and not tested. */
export function probeRows({ probes, ruledOut, notTested, target, spent }: Examination): readonly string[] {
  return [
    `Examined: \`${target.baseUrl}\` (${target.platform})${target.proxy === undefined ? '' : `, through the proxy \`${target.proxy}\``}.`,
    '',
    '| | probe | time | what it saw |',
    '| --- | --- | --- | --- |',
    ...probes
      .filter(({ mark }) => mark !== 'needless')
      .map(
        ({ mark, id, tookMs, said, notes }) =>
          `| ${marks[mark].word} | ${id} | ${tookMs === undefined ? '' : timeText(tookMs)} | ${cell([said, ...notes.map(({ text }) => text)].join(' '))} |`,
      ),
    ...(ruledOut.length > 0
      ? ['', `**Ruled out:** ${ruledOut.map(({ cause, probe }) => `\`${cause}\` (${probe})`).join(', ')}.`]
      : []),
    ...(notTested.length > 0
      ? ['', '**Not tested:**', '', ...notTested.map((one) => `- ${one.asks} ${one.because}`)]
      : []),
    '',
    spentText(spent),
  ];
}

function section(finding: ExaminedFinding): readonly string[] {
  return [
    `#### ${finding.title}`,
    '',
    `On the side of **${sides[finding.locus]}** · found by ${finding.probe} · \`${finding.cause}\``,
    '',
    `${finding.saw} ${finding.explanation}`,
    '',
    ...finding.remedies.flatMap(({ action, run }, at) => [
      `${at + 1}. ${action}`,
      ...(run === undefined ? [] : fenced(run).map((line) => `   ${line}`)),
    ]),
    '',
    `**Retry:** ${retryWords(finding.retry)}. ${finding.retry.because}`,
  ];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
