import { checkText } from '../../check/text/body.ts';
import type { Platform } from '../../core/evidence.ts';
import { redactedProblem } from '../check/redacted.ts';
import type { Entry } from './entries.ts';

/** What would make a request fail, as far as can be told before it is sent. */
export function reasonToSetAside(entry: Entry, platform: Platform, day: string): string | undefined {
  const { path, body, headers, failedWith } = entry;
  if (path !== '/v1/messages') return `It is a call of ${path}; a ramp sends calls of /v1/messages.`;
  if (/\[redacted [\w-]+, \d+ characters/.test(body))
    return 'A secret was taken out of it when it was kept, so that it is not the request that was made.';
  const { ok, problems } = checkText(body, { endpoint: path, platform, headers, asOf: day });
  if (!ok) {
    const first = problems.map(redactedProblem).find(({ severity }) => severity === 'error');
    return first
      ? `${first.path === '' ? '' : `${first.path}: `}${first.message} (${first.cause})`
      : 'The API would refuse it.';
  }
  return failedWith?.hopeless === undefined
    ? undefined
    : `It failed by what it asks for, and would again: ${failedWith.hopeless} (${failedWith.cause}).`;
}
