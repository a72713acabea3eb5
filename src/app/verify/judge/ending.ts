import type { AnswerId, CertificateCheck } from '../../../core/certificate.ts';
import { exactDuration } from '../../../report/words.ts';
import type { Demands, Performance } from '../performance.ts';
import { isNormal } from '../scenarios.ts';
import { crashMark } from './crash-marks.ts';

/** Judges whether the application came to an end by itself, and whether that was a good one. */
export function judgeEnding(performance: Performance, demands: Demands): readonly CertificateCheck[] {
  const answers: AnswerId = isNormal(performance.scenario) ? 'known-good' : 'known-bad';
  const judged = [
    crash(performance),
    ...(performance.ending.kind === 'beyond-limit' ? [] : [time(performance, demands)]),
  ];
  return [
    ...judged.map((one): CertificateCheck => ({ answers, ...one })),
    ...(isNormal(performance.scenario) ? [structure(performance)] : code(performance)),
  ];
}

type Judged = Pick<CertificateCheck, 'id' | 'state' | 'said' | 'seen'>;

function crash({ ending, output }: Performance): Judged {
  const mark = crashMark(output);
  if (ending.kind === 'signaled') return { id: 'crash', state: 'fails', said: `It was ended by ${ending.signal}.` };
  if (ending.kind === 'server-gone') {
    const seen = mark ? { seen: [mark.line] } : {};
    return { id: 'crash', state: 'fails', said: `The server is gone: ${ending.how}.`, ...seen };
  }
  if (mark) {
    return { id: 'crash', state: 'fails', said: `It crashed, as ${mark.runtime} says.`, seen: [mark.line] };
  }
  if (ending.kind === 'unanswered') return { id: 'crash', state: 'fails', said: `${ending.because}.` };
  return { id: 'crash', state: 'holds', said: 'It did not crash.' };
}

/** Whether it crashed: whatever else went wrong then followed from that. */
export function hasCrashed(performance: Performance): boolean {
  return crash(performance).state === 'fails';
}

function time({ ending, tookMs, tries }: Performance, { limitMs }: Demands): Judged {
  if (ending.kind !== 'time-limit')
    return { id: 'time', state: 'holds', said: `It was over after ${exactDuration(tookMs)}.` };
  const count = `${tries.length} HTTP ${tries.length === 1 ? 'try' : 'tries'}`;
  return { id: 'time', state: 'fails', said: `It was not over after ${exactDuration(limitMs)} (${count}).` };
}

/** A normal call: it went through, the answer is whole, and the application says so. */
function structure({ tries, ending, output }: Performance): CertificateCheck {
  const base = { id: 'structure', answers: 'known-good' } as const;
  const failed = tries.find(({ hasFailed }) => hasFailed);
  if (failed) {
    const answer = failed.status === undefined ? 'got no answer' : `was answered with ${failed.status}`;
    return {
      ...base,
      state: 'fails',
      said: `A call ${answer}${failed.problems.length > 0 ? `, and its answer is not whole: ${failed.problems.join(' ')}` : ''}.`,
      seen: failed.answer.split('\n').slice(0, 2),
    };
  }
  if (ending.kind === 'exited' && ending.code !== 0) {
    const seen = output.trim().split('\n').slice(-2);
    return {
      ...base,
      state: 'fails',
      said: `The call went through, and the command ended with code ${ending.code}.`,
      seen,
    };
  }
  if (ending.kind === 'answered' && ending.status >= 400)
    return { ...base, state: 'fails', said: `The call went through, and the server answered with ${ending.status}.` };
  if (ending.kind === 'beyond-limit')
    return { ...base, state: 'open', said: `It was ended after ${tries.length} calls, which is what it may make.` };
  const abandoned = tries.filter(({ isAbandoned }) => isAbandoned).length;
  if (abandoned === tries.length)
    return { ...base, state: 'open', said: 'The application went away before an answer was whole.' };
  const ids = tries.flatMap(({ requestId }) => requestId ?? []);
  const calls = tries.length === 1 ? 'The call went through' : `${tries.length} calls went through`;
  return { ...base, state: 'holds', said: `${calls} with the structure of a message (${ids.slice(0, 3).join(', ')}).` };
}

/** Callers of a program go by its exit code. */
function code({ ending, tries }: Performance): readonly CertificateCheck[] {
  const hasRecovered = tries.at(-1)?.hasFailed === false;
  if (ending.kind !== 'exited' || ending.code !== 0 || hasRecovered) return [];
  return [
    {
      id: 'ending',
      answers: 'known-bad',
      state: 'noted',
      said: 'The call failed, and the command ended with code 0: who starts it cannot tell.',
    },
  ];
}
