import type { LogSummary } from '../core/log.ts';
import { verdictMarkdown } from './verdict-markdown.ts';
import { sides } from './words.ts';

/** A log's failures as Markdown: a table of causes, then the most frequent one explained. */
export function logMarkdown(summary: LogSummary): string {
  const top = summary.groups[0];
  if (!top)
    return verdictMarkdown({ outcome: summary.failures > 0 ? 'unknown' : 'none', findings: [], facts: {}, open: [] });
  const rows = summary.groups.map(
    ({ cause, count, first, last, verdict }) =>
      `| ${count} | ${Math.round((100 * count) / summary.failures)} % | ${verdict.findings[0]?.title ?? ''} (\`${cause}\`) | ${sides[verdict.findings[0]?.locus ?? 'service']} | ${first ?? ''} | ${last ?? ''} |`,
  );
  return [
    `**${summary.failures} failed calls**${summary.unknown > 0 ? `, ${summary.unknown} of unknown cause` : ''}`,
    '',
    '| calls | share | cause | side | first | last |',
    '| ---: | ---: | --- | --- | --- | --- |',
    ...rows,
    '',
    verdictMarkdown(top.verdict),
  ].join('\n');
}
