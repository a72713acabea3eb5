import type { RecordingSummary, ToldFailure } from '../core/recording.ts';
import { hang } from './layout.ts';
import type { TextStyle } from './verdict-text.ts';
import { visible } from './visible.ts';
import { certainties, exactDuration, retryWords, sides } from './words.ts';

const indent = ' '.repeat(13);
const label = (text: string): string => `  ${text.padEnd(indent.length - 2)}`;

/**
 * A failing call at the moment when it fails, between the lines of a program: what it is, whose, what to do. `store` is
 * the folder of incidents where the command line alone names it, as the next command has to do too.
 */
export function failureText(failure: ToldFailure, style: TextStyle, store?: string): string {
  const { paint, width } = style;
  const { verdict, observations, notKept, id } = failure;
  const [finding] = verdict.findings;
  const lines = [
    ...hang(
      paint.bad('✗ faultline  '),
      paint.strong(finding?.title ?? 'A call failed, and its cause is not known'),
      width,
    ),
    ...hang(indent, callWords(failure), width).map(paint.faint),
  ];
  if (finding) {
    const about = `On the side of ${sides[finding.locus]} · ${certainties[finding.certainty]} · ${finding.cause}`;
    lines.push(...hang(indent, about, width).map(paint.faint));
    const [remedy] = finding.remedies;
    if (remedy) lines.push(...hang(label('Do now'), visible(remedy.action), width));
    lines.push(...hang(label('Retry'), retryWords(finding.retry), width));
  }
  for (const one of observations) lines.push(...hang(label('Seen'), one, width));
  const more = store === undefined ? `faultline explain ${id}` : `faultline incidents show ${id} ${storeWords(store)}`;
  lines.push(...hang(label('More'), notKept === undefined ? more : `Not kept. ${notKept}`, width));
  return `${lines.join('\n')}\n`;
}

/**
 * The same failure again, in a line; what its tries tell together is told each time, and why it is not kept where that
 * is news.
 */
export function failureAgainText(
  failure: ToldFailure,
  times: number,
  { paint, width }: TextStyle,
  notKept?: string,
): string {
  const cause = failure.verdict.findings[0]?.cause ?? 'unknown cause';
  return `${[
    ...hang(paint.bad('✗ faultline  '), `${cause} again (${times} times) · ${failure.id}`, width),
    ...failure.observations.flatMap((one) => hang(label('Seen'), one, width)),
    ...(notKept === undefined ? [] : hang(label('More'), `Not kept. ${notKept}`, width)),
  ].join('\n')}\n`;
}

function callWords({ method, path, status, tookMs, tries, verdict }: ToldFailure): string {
  const id = verdict.facts.requestId;
  return [
    visible(`${method} ${path}`),
    status === undefined ? 'no answer' : String(status),
    `after ${exactDuration(tookMs)}`,
    ...(tries > 1 ? [`try ${tries}`] : []),
    ...(id === undefined ? [] : [visible(id)]),
  ].join(' · ');
}

/** What a recording comes to, and where its incidents are; `store` as for a failing call. */
export function recordingText(
  summary: RecordingSummary,
  place: string,
  { paint, width }: TextStyle,
  store?: string,
): string {
  const { calls, failedCalls, recoveredCalls, abandonedCalls, stoppedCalls, retries, lostMs } = summary;
  const { tokens, notKept, unseen } = summary;
  const used = tokens.input + tokens.output + tokens.cacheRead + tokens.cacheWritten;
  const parts = [
    counted(calls, 'call'),
    failedCalls === 0 ? 'none failed' : `${failedCalls} failed`,
    ...(recoveredCalls > 0 ? [`${recoveredCalls} went through after a retry`] : []),
    ...(abandonedCalls > 0 ? [`${abandonedCalls} given up by the program`] : []),
    ...(stoppedCalls > 0 ? [`${stoppedCalls} under way at the end`] : []),
    ...(retries > 0 ? [counted(retries, 'retry', 'retries')] : []),
    ...(lostMs >= 50 ? [`${exactDuration(lostMs)} lost`] : []),
    ...(used > 0
      ? [`${number(tokens.input + tokens.cacheRead + tokens.cacheWritten)} tokens in, ${number(tokens.output)} out`]
      : []),
  ];
  const mark = failedCalls > 0 ? paint.bad('✗ faultline  ') : paint.good('○ faultline  ');
  const lines = [
    ...hang(mark, parts.join(' · '), width),
    ...summary.causes.flatMap(({ cause, title, count }) =>
      hang(`${String(count).padStart(indent.length + 4)}  `, `${title} (${cause})`, width),
    ),
  ];
  if (summary.causes.length > notKept)
    lines.push(
      ...hang(
        label('Incidents'),
        store === undefined ? `faultline incidents (in ${place})` : `faultline incidents ${storeWords(store)}`,
        width,
      ),
    );
  if (notKept > 0) lines.push(...hang(label('Not kept'), counted(notKept, 'failure'), width));
  if (unseen > 0)
    lines.push(...hang(label('Unseen'), `${counted(unseen, 'call')} came faster than they could be looked at`, width));
  return `${lines.join('\n')}\n`;
}

function storeWords(folder: string): string {
  return `--store ${/^[\w./:\\-]+$/.test(folder) ? folder : `'${visible(folder).replaceAll("'", "'\\''")}'`}`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)} ${count === 1 ? one : many}`;
}

function number(count: number): string {
  return count.toLocaleString('en-US');
}
