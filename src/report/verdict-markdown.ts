import type { Finding, Verdict } from '../core/verdict.ts';
import { fenced } from './fence.ts';
import { certainties, retryWords, sides } from './words.ts';

/** A verdict as Markdown, to be pasted into an issue. */
export function verdictMarkdown(verdict: Verdict): string {
  const [first, ...others] = verdict.findings;
  if (!first) {
    return verdict.outcome === 'none'
      ? '**No failure of the Claude API in this text.**\n'
      : `**A call failed, and its cause is not known to Faultline.**\n\n${verdict.open.map((one) => `- ${one}`).join('\n')}\n`;
  }
  const also = others.map(
    (other) => `- It may also be **${other.title}** (\`${other.cause}\`, ${certainties[other.certainty]}).`,
  );
  return `${[...section(first), ...factRows(verdict), ...(also.length > 0 ? ['', ...also] : [])].join('\n')}\n`;
}

function section(finding: Finding): readonly string[] {
  const quotes = finding.because.filter((quote) => quote.text !== '').map((quote) => quote.text);
  return [
    `### ${finding.title}`,
    '',
    `On the side of **${sides[finding.locus]}** · ${certainties[finding.certainty]} · \`${finding.cause}\``,
    '',
    finding.explanation,
    ...(quotes.length > 0 ? ['', ...fenced(quotes.join('\n'))] : []),
    '',
    '**Do now**',
    '',
    ...finding.remedies.flatMap(({ action, run }, at) => [
      `${at + 1}. ${action}`,
      ...(run === undefined ? [] : fenced(run).map((line) => `   ${line}`)),
    ]),
    '',
    `**Retry:** ${retryWords(finding.retry)}. ${finding.retry.because}`,
    '',
    `**Read:** [${finding.docs.title}](${finding.docs.url}) (checked ${finding.docs.checkedOn})`,
  ];
}

function factRows({ facts }: Verdict): readonly string[] {
  const rows = Object.entries(facts).flatMap(([name, value]) =>
    name === 'message' || typeof value === 'object' ? [] : [`| ${name} | ${String(value).replaceAll('|', '\\|')} |`],
  );
  return rows.length === 0 ? [] : ['', '| fact | value |', '| --- | --- |', ...rows];
}
