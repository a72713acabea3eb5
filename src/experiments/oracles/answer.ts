import { delayOf } from '../../causes/retry.ts';
import { present } from '../../core/present.ts';
import type { Finding, Verdict } from '../../core/verdict.ts';
import type { HttpAnswer } from '../../core/world.ts';
import { textOfAnswer } from '../../probes/failure.ts';
import type { Ending, Failure } from '../ending.ts';

/** Judges the text of a failure by all causes. */
export type TextJudge = (text: string) => Promise<Verdict>;

/** How a call ended, from what came back. */
export async function endingOfAnswer(answer: HttpAnswer, judge: TextJudge): Promise<Ending> {
  if (answer.kind === 'failed') {
    const { code, message } = answer;
    const verdict = await judge(`The call to the Claude API failed: ${message} (${code})`);
    return { ...failureOfVerdict(verdict), errno: code, message };
  }
  const { status, headers, body } = answer;
  if (status < 300 && !hasErrorEvent(body)) return { kind: 'success', saw: `answered with ${status}` };
  const verdict = await judge(textOfAnswer(answer));
  const retryAfterMs = delayOf({ response: { status, headers } })?.waitMs;
  return { ...failureOfVerdict(verdict), status, ...present({ retryAfterMs }) };
}

/** A stream that began well can still carry an error. */
function hasErrorEvent(body: string): boolean {
  return /^event: error$/m.test(body) || /^\s*\{\s*"type"\s*:\s*"error"/.test(body);
}

/** The failure that a verdict tells of. */
export function failureOfVerdict({ findings, facts }: Verdict): Failure {
  const [first] = findings;
  const { status, errorType, errorCode, message, path, errno } = facts;
  return {
    kind: 'failure',
    causes: first ? causesOf(first) : [],
    // A message of the API that begins with no path is about none.
    ...present({
      status,
      type: errorType,
      code: errorCode,
      message: withoutPath(message, path),
      path: path ?? (message === undefined ? undefined : ''),
      errno,
    }),
  };
}

function causesOf({ cause, refines }: Finding): readonly string[] {
  return refines === undefined ? [cause] : [cause, refines];
}

function withoutPath(message: string | undefined, path: string | undefined): string | undefined {
  return message !== undefined && path !== undefined && message.startsWith(`${path}: `)
    ? message.slice(path.length + 2)
    : message;
}
