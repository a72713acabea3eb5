import { present } from '../../core/present.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { RetryDecision } from '../retry/policy.ts';

/** What is logged of one failing attempt: facts, and no text that people or the model wrote. */
export interface LogLine {
  readonly event: 'claude_attempt_failed';
  /** When the attempt began; ISO, UTC. */
  readonly time: string;
  readonly cause: string;
  readonly certainty?: string;
  /** On whose side the fault lies. */
  readonly side?: string;
  readonly ending: FailedAttempt['ending'];
  readonly status?: number;
  readonly type?: string;
  readonly code?: string;
  readonly errno?: string;
  readonly requestId?: string;
  readonly model?: string;
  readonly platform?: string;
  readonly host?: string;
  readonly path?: string;
  readonly isStreaming: boolean;
  readonly attempt: number;
  readonly sdk?: string;
  readonly sdkVersion?: string;
  readonly runtime?: string;
  /** Until the attempt had failed. */
  readonly failedMs: number;
  readonly headersMs?: number;
  /** `retry` or `stop`, where that was decided here. */
  readonly action?: RetryDecision['action'];
  readonly reason?: RetryDecision['reason'];
  /** Before the next attempt; where none was decided on, as the answer asks. */
  readonly waitMs?: number;
}

/** The line of an attempt. */
export function logLine(failure: FailedAttempt, decision?: RetryDecision): LogLine {
  const { verdict, request, client, timing } = failure;
  const [finding] = verdict.findings;
  const { facts } = verdict;
  return {
    event: 'claude_attempt_failed',
    time: timing.startedAt,
    cause: finding?.cause ?? verdict.outcome,
    ending: failure.ending,
    isStreaming: request.isStreaming,
    attempt: failure.attempt,
    failedMs: timing.failedMs,
    ...present({
      certainty: finding?.certainty,
      side: finding?.locus,
      status: failure.status,
      type: facts.errorType,
      code: facts.errorCode,
      errno: facts.errno,
      requestId: failure.requestId,
      model: request.model ?? facts.model,
      platform: request.platform ?? facts.platform,
      host: request.host === '' ? undefined : request.host,
      path: request.path === '' ? undefined : request.path,
      sdk: client.name ?? facts.client,
      sdkVersion: client.version ?? facts.clientVersion,
      runtime: client.runtime,
      headersMs: timing.headersMs,
      action: decision?.action,
      reason: decision?.reason,
      waitMs: decision?.waitMs ?? failure.retryAfterMs,
    }),
  };
}
