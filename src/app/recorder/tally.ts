import type { Observation } from '../../capture/exchange/observer.ts';
import type { RecordingSummary } from '../../core/recording.ts';

/** Sums up what was observed. */
export function tally(): {
  readonly add: (observation: Observation) => void;
  readonly notKept: () => void;
  readonly summary: () => Omit<RecordingSummary, 'unseen'>;
} {
  const tokens = { input: 0, output: 0, cacheRead: 0, cacheWritten: 0 };
  const causes = new Map<string, { title: string; count: number }>();
  let tries = 0;
  let retries = 0;
  let failing = 0;
  let recoveredCalls = 0;
  let abandonedCalls = 0;
  let stoppedCalls = 0;
  let lostMs = 0;
  let notKept = 0;

  return {
    add({ kind, tried, tookMs, tokens: used, failure }) {
      tries++;
      if (tried.isRetry) {
        retries++;
        lostMs += tried.attempts.at(-1)?.waitedMs ?? 0;
      }
      if (tried.hasRecovered) {
        failing--;
        if (kind === 'fine') recoveredCalls++;
      }
      if (kind === 'abandoned') abandonedCalls++;
      if (kind === 'stopped') stoppedCalls++;
      if (used) {
        tokens.input += used.input;
        tokens.output += used.output;
        tokens.cacheRead += used.cacheRead;
        tokens.cacheWritten += used.cacheWritten;
      }
      if (!failure) return;
      if (!tried.isRetry) failing++;
      lostMs += tookMs;
      const [finding] = failure.incident.verdict.findings;
      const cause = finding?.cause ?? 'unknown';
      const counted = causes.get(cause) ?? { title: finding?.title ?? 'A failure of unknown cause', count: 0 };
      counted.count++;
      causes.set(cause, counted);
    },
    notKept() {
      notKept++;
    },
    summary: () => ({
      calls: tries - retries,
      tries,
      failedCalls: failing,
      recoveredCalls,
      abandonedCalls,
      stoppedCalls,
      retries,
      lostMs: Math.round(lostMs),
      tokens,
      causes: [...causes]
        .map(([cause, { title, count }]) => ({ cause, title, count }))
        .toSorted((a, b) => b.count - a.count || a.cause.localeCompare(b.cause)),
      notKept,
    }),
  };
}
