import type { LogGroup, LogSummary } from '../core/log.ts';
import { hang } from './layout.ts';
import { certainties, duration, sides } from './words.ts';
import type { TextStyle } from './verdict-text.ts';
import { verdictText } from './verdict-text.ts';

const bars = '▁▂▃▄▅▆▇█';

/** A log's failures: how many, of which causes, when; then the most frequent ones explained. */
export function logText(summary: LogSummary, style: TextStyle, explained = 2): string {
  const { paint, width } = style;
  if (summary.failures === 0) return verdictText({ outcome: 'none', findings: [], facts: {}, open: [] }, style);
  const when = summary.first === undefined ? '' : `, ${span(summary)}`;
  const lines = [
    ...hang('', paint.strong(`${summary.failures} failed ${summary.failures === 1 ? 'call' : 'calls'}${when}`), width),
    ...chart(summary.minutes, Math.min(60, width - 4)).map((line) => `  ${paint.faint(line)}`),
    '',
    ...summary.groups.flatMap((group) => groupLines(group, summary.failures, style)),
    ...(summary.unknown > 0 ? [`${countColumn(summary.unknown, summary.failures)}of unknown cause`] : []),
  ];
  const pages = summary.groups.slice(0, explained).map((group) => verdictText(group.verdict, style));
  return [`${lines.join('\n')}\n`, ...pages].join('\n');
}

function groupLines(group: LogGroup, all: number, { paint, width }: TextStyle): readonly string[] {
  const finding = group.verdict.findings[0];
  if (!finding) return [];
  const about = [group.cause, `on the side of ${sides[finding.locus]}`, certainties[finding.certainty]].join(' · ');
  const count = countColumn(group.count, all);
  const below = [about, span(group)].filter((line) => line !== '');
  return [
    ...hang(count, finding.title, width),
    ...below.flatMap((line) => hang(' '.repeat(count.length), line, width)).map(paint.faint),
  ];
}

function span({ first, last = first }: Pick<LogSummary, 'first' | 'last'>): string {
  if (first === undefined) return '';
  return first === last ? first : `${first} to ${last ?? first}`;
}

function countColumn(count: number, all: number): string {
  return `  ${String(count).padStart(6)} ${`${Math.round((100 * count) / all)} %`.padStart(5)}  `;
}

/** Failures over time, one character a slice; nothing when the log states fewer than two moments. */
export function chart(minutes: ReadonlyMap<number, number>, columns: number): readonly string[] {
  const times = [...minutes.keys()];
  if (times.length < 2) return [];
  const start = times.reduce((a, b) => Math.min(a, b));
  const end = times.reduce((a, b) => Math.max(a, b)) + 60_000;
  const slice = Math.max(60_000, Math.ceil((end - start) / columns / 60_000) * 60_000);
  const counts = Array.from({ length: Math.ceil((end - start) / slice) }, () => 0);
  for (const [minute, count] of minutes) {
    const at = Math.floor((minute - start) / slice);
    counts[at] = (counts[at] ?? 0) + count;
  }
  const most = counts.reduce((a, b) => Math.max(a, b), 1);
  const bar = counts.map((count) => (count === 0 ? '·' : (bars[Math.ceil((count / most) * 8) - 1] ?? '█'))).join('');
  return [bar, `one mark: ${duration(slice)}; the highest: ${most} ${most === 1 ? 'failure' : 'failures'}`];
}
