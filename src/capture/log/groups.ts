import type { LogSummary } from '../../core/log.ts';
import type { Verdict } from '../../core/verdict.ts';
import { present } from '../../core/present.ts';
import type { LogRecord } from './scan.ts';

/** A moment that a record states, as written and in milliseconds. */
interface Moment {
  readonly written: string;
  readonly ms: number;
}

/** The earliest and the latest moment: workers write, and files are put together, out of order. */
interface Span {
  first?: Moment;
  last?: Moment;
}

interface Tally {
  count: number;
  readonly span: Span;
  readonly requestIds: Set<string>;
  readonly verdict: Verdict;
}

/** What differs between records of one shape: ids, moments, numbers; but a status or a limit of zero is what is told. */
const variable =
  /\b(?:req|msg|toolu|srvtoolu)_\w+|[0-9a-f]{8,}(?:-[0-9a-f]{4,})*|:\d\d[.,]\d+|(?<!\d)(?!\b(?:[45]\d\d|0)\b)\d+/gi;
const timestamp = /\b(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:[.,](\d+))?(Z|[+-]\d\d:?\d\d)?/;
const epoch = /"(?:time|ts|timestamp|@timestamp)"\s*:\s*"?(\d{10}(?:\.\d+)?|\d{13})\b/;
const requestId = /\breq_[A-Za-z0-9_]{8,}/;
const mostShapes = 4096;
const mostRequestIds = 50_000;

/** Collects records by cause. Records of one shape are judged once. */
export function groupRecords(judge: (text: string) => Verdict): {
  readonly add: (record: LogRecord) => void;
  readonly summary: () => LogSummary;
} {
  const judged = new Map<string, Verdict>();
  const tallies = new Map<string, Tally>();
  const counted = new Set<string>();
  const minutes = new Map<number, number>();
  let unknown = 0;
  const span: Span = {};

  const verdictOf = (text: string): Verdict => {
    const shape = text.replace(variable, '#');
    const known = judged.get(shape);
    if (known) return known;
    const verdict = judge(text);
    if (judged.size >= mostShapes) judged.clear();
    judged.set(shape, verdict);
    return verdict;
  };

  return {
    add({ text }) {
      const verdict = verdictOf(text);
      if (verdict.outcome === 'none') return;
      const id = requestId.exec(text)?.[0];
      // The SDK, the framework and the application log the same failure; its request id tells.
      if (id !== undefined && counted.has(id)) return;
      if (id !== undefined && counted.size < mostRequestIds) counted.add(id);
      const moment = momentOf(text);
      if (moment) {
        widen(span, moment);
        const minute = Math.floor(moment.ms / 60_000) * 60_000;
        minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      }
      const cause = verdict.findings[0]?.cause;
      if (cause === undefined) {
        unknown++;
        return;
      }
      const tally = tallies.get(cause) ?? { count: 0, span: {}, requestIds: new Set(), verdict };
      tallies.set(cause, tally);
      tally.count++;
      if (moment) widen(tally.span, moment);
      if (id !== undefined && tally.requestIds.size < 3) tally.requestIds.add(id);
    },
    summary() {
      const groups = [...tallies.entries()]
        .map(([cause, tally]) => {
          const { count, verdict, requestIds } = tally;
          return { cause, count, verdict, requestIds: [...requestIds], ...timesOf(tally.span) };
        })
        .toSorted((a, b) => b.count - a.count || a.cause.localeCompare(b.cause));
      return {
        failures: groups.reduce((sum, group) => sum + group.count, unknown),
        unknown,
        groups,
        ...timesOf(span),
        minutes,
      };
    },
  };
}

function widen(span: Span, moment: Moment): void {
  if (!span.first || moment.ms < span.first.ms) span.first = moment;
  if (!span.last || moment.ms >= span.last.ms) span.last = moment;
}

function timesOf({ first, last }: Span): { readonly first?: string; readonly last?: string } {
  return present({ first: first?.written, last: last?.written });
}

/** The moment that a record states; without a zone it is taken as UTC. */
function momentOf(text: string): Moment | undefined {
  const head = text.slice(0, 4000);
  const found = timestamp.exec(head);
  if (found) {
    const [, day, time, fraction = '0', zone = 'Z'] = found;
    const ms = Date.parse(`${day}T${time}.${fraction.slice(0, 3)}${zone}`);
    return Number.isNaN(ms) ? undefined : { written: found[0], ms };
  }
  const seconds = epoch.exec(head)?.[1];
  if (seconds === undefined) return undefined;
  const ms = Number(seconds) * (seconds.length === 13 ? 1 : 1000);
  return { written: new Date(ms).toISOString(), ms };
}
