import type { Certainty, Locus, RetryAdvice } from '../core/cause.ts';

/** On whose side a fault lies, as the reader is told. */
export const sides: Readonly<Record<Locus, string>> = {
  request: 'your request',
  credentials: 'your credentials',
  account: 'your account',
  limits: 'your rate limits',
  network: 'the network in between',
  client: 'your program or its libraries',
  service: 'the service',
  gateway: 'a gateway in between',
};

/** How sure a finding is, as the reader is told. */
export const certainties: Readonly<Record<Certainty, string>> = {
  proven: 'proven by the text',
  likely: 'likely',
  possible: 'possible, not certain',
};

/** The retry verdict in a few words. */
export function retryWords({ kind, waitMs, until }: RetryAdvice): string {
  if (kind === 'no') return 'no';
  if (until !== undefined) return `not before ${until}`;
  if (waitMs !== undefined) return `after ${duration(waitMs)}`;
  return { yes: 'yes', wait: 'after a wait', maybe: 'perhaps' }[kind];
}

/** Milliseconds as a person says them. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 90) return `${Number(seconds.toFixed(seconds < 10 ? 1 : 0))} s`;
  const minutes = seconds / 60;
  return minutes < 90 ? `${Math.round(minutes)} min` : `${Number((minutes / 60).toFixed(1))} h`;
}

/** A time that may be short, to the millisecond below a second. */
export function exactDuration(ms: number): string {
  return ms < 1000 ? `${Math.round(ms)} ms` : duration(ms);
}
