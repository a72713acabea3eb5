import { redactedPaste } from '../../capture/pasted.ts';
import { headerLines, textOfThrown } from '../../capture/thrown.ts';
import { causes } from '../../causes/index.ts';
import { delayOf, shouldRetry } from '../../causes/retry.ts';
import { createEngine } from '../../core/engine.ts';
import type { Evidence, StreamPart } from '../../core/evidence.ts';
import { present } from '../../core/present.ts';
import { credentialsIn, withoutOwnCredentials } from '../../redactors/own-credentials.ts';
import type { AttemptTiming, FailedAttempt } from './failed-attempt.ts';
import { clientOfHeaders, shapeOfCall, type ShapedRequest } from './call-shape.ts';

const engine = createEngine(causes);

/** What was seen of an attempt that failed, secrets and all. */
export interface SeenFailure {
  readonly request: ShapedRequest;
  readonly attempt: number;
  readonly ending: FailedAttempt['ending'];
  readonly timing: AttemptTiming;
  /** The answer that began, and as much of its body as is needed. */
  readonly response?: Pick<Response, 'status' | 'statusText' | 'headers'>;
  readonly body?: string;
  readonly stream?: StreamPart;
  readonly hasOutput?: boolean;
  readonly thrown?: unknown;
  /** A sentence for what no text shows, such as a stream that ended too early. */
  readonly remark?: string;
}

/** Judges an attempt that failed. Never throws, and what it gives holds no secret. */
export function judgeFailure(seen: SeenFailure): FailedAttempt {
  const { request, attempt, ending, timing, response, stream, thrown } = seen;
  const shape = shapeOfCall(request);
  const client = clientOfHeaders(request.headers);
  const { text: answer, evidence: read } = redactedPaste(
    withoutOwnCredentials(textOf(seen), credentialsIn(request.headers)),
  );
  const headers = response && Object.fromEntries(response.headers);
  const evidence: Evidence = {
    ...read,
    ...present({
      platform: shape.platform ?? read.platform,
      model: read.model ?? shape.model,
      stream: stream ?? read.stream,
      client: client.name === undefined ? read.client : { ...read.client, ...present(named(client)) },
      response: response ? { ...read.response, status: response.status } : read.response,
      // It was a call of the Messages API, whatever the text speaks of.
      subject: shape.isMessagesCall ? ('claude' as const) : read.subject,
    }),
  };
  const timed: Evidence = { response: present({ status: response?.status, headers }) };
  return {
    verdict: engine.judge(evidence),
    attempt,
    ending,
    isTimeout: isTimeout(thrown),
    hasOutput: seen.hasOutput ?? false,
    request: shape,
    client,
    timing,
    answer,
    ...present({
      status: response?.status,
      requestId: headers?.['request-id'] ?? evidence.response?.requestId,
      retryAfterMs: waitMsOf(timed, timing),
      shouldRetry: shouldRetry(timed),
    }),
  };
}

function named({ name, version }: ReturnType<typeof clientOfHeaders>): Evidence['client'] & object {
  return present({ name, version });
}

function waitMsOf(evidence: Evidence, { startedAt, failedMs }: AttemptTiming): number | undefined {
  const delay = delayOf(evidence);
  if (delay?.waitMs !== undefined || delay?.until === undefined) return delay?.waitMs;
  const waitMs = Date.parse(delay.until) - Date.parse(startedAt) - failedMs;
  return waitMs > 0 ? waitMs : undefined;
}

/** The text that a person would have pasted. */
function textOf({ response, body, thrown, remark }: SeenFailure): string {
  const parts: string[] = [];
  if (response) {
    const headers = [...response.headers].filter(([name]) => name !== 'set-cookie');
    parts.push([`HTTP ${response.status} ${response.statusText}`, ...headerLines(headers)].join('\n'));
  }
  if (body !== undefined && body !== '') parts.push(body);
  if (thrown !== undefined) parts.push(textOfThrown(thrown));
  if (remark !== undefined) parts.push(remark);
  return parts.join('\n\n');
}

/** Whether what was thrown says that a time limit ran out. */
export function isTimeout(thrown: unknown): boolean {
  return thrown instanceof Error && /timed? ?out|TimeoutError/i.test(`${thrown.name} ${thrown.message}`);
}
