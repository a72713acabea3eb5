import type { CertificateCheck } from '../../../core/certificate.ts';
import { exactDuration } from '../../../report/words.ts';
import type { Demands, Performance } from '../performance.ts';
import { isNormal, scenarioOf, toldWaitMs } from '../scenarios.ts';
import { callsOf, type Try } from '../stage.ts';

/** Clocks and timers are not exact. */
const toleranceMs = 100;
/** Waits below that between tries at an overloaded service are none. */
const leastWaitMs = 50;

/** Judges how often the application tried, and how long it waited. */
export function judgeConduct(performance: Performance, demands: Demands): readonly CertificateCheck[] {
  if (isNormal(performance.scenario)) return [];
  return [
    retryLimit(performance, demands),
    ...needless(performance),
    ...(performance.scenario === 'rate-limited' ? retryWait(performance) : []),
    ...(performance.scenario === 'overloaded' ? hammering(performance) : []),
  ];
}

function retryLimit({ ending, tries }: Performance, { retries }: Demands): CertificateCheck {
  const most = Math.max(...callsOf(tries).map(({ length }) => length));
  const base = { id: 'retry-limit', answers: 'retries' } as const;
  const limit = `${retries} ${retries === 1 ? 'retry is' : 'retries are'} the limit`;
  if (ending.kind === 'beyond-limit' || most > retries + 1) {
    const count = most > retries + 1 ? `One call was tried ${times(most)}` : `${tries.length} calls were made`;
    const goesOn = ending.kind === 'beyond-limit' ? ', and the application went on' : '';
    return { ...base, state: 'fails', said: `${count}; ${limit}${goesOn}.` };
  }
  if (ending.kind === 'time-limit' && most > 1)
    return {
      ...base,
      state: 'fails',
      said: `The application was still trying after ${times(most)}, when its time was over.`,
    };
  return { ...base, state: 'holds', said: `A call was tried ${times(most)}; ${limit}.` };
}

/** A retry of what is refused for good does no harm but to the user who waits for it. */
function needless({ scenario, tries }: Performance): readonly CertificateCheck[] {
  const most = Math.max(...callsOf(tries).map(({ length }) => length));
  if (scenarioOf(scenario).isFinal !== true || most === 1) return [];
  return [
    {
      id: 'retry-limit',
      answers: 'retries',
      state: 'noted',
      said: `The call was tried ${times(most)}, and no retry can help against this error.`,
    },
  ];
}

/** Whatever is called after a 429 comes too early when it comes before the time that the answer named. */
function retryWait({ tries, ending }: Performance): readonly CertificateCheck[] {
  const base = { id: 'retry-wait', answers: 'retries' } as const;
  const refused = tries.find(({ status }) => status === 429);
  if (!refused) return [{ ...base, state: 'open', said: 'No call met the rate limit.' }];
  const over = refused.at + refused.tookMs;
  const next = tries.find((one) => one !== refused && one.at >= Math.floor(over) - 1);
  const told = `retry-after said ${exactDuration(toldWaitMs)}`;
  if (!next && ending.kind === 'time-limit')
    return [{ ...base, state: 'open', said: `No call came after the 429; ${told}.` }];
  if (!next)
    return [{ ...base, state: 'holds', said: `The application gave up at the 429 and did not call again; ${told}.` }];
  const waitedMs = next.at - over;
  return [
    {
      ...base,
      state: waitedMs >= toldWaitMs - toleranceMs ? 'holds' : 'fails',
      said: `The next try came after ${exactDuration(Math.max(0, waitedMs))}; ${told}.`,
    },
  ];
}

function hammering({ tries }: Performance): readonly CertificateCheck[] {
  const waits = callsOf(tries).flatMap(waitsOf);
  if (waits.length === 0 || Math.max(...waits) >= leastWaitMs) return [];
  return [
    {
      id: 'retry-wait',
      answers: 'retries',
      state: 'noted',
      said: `Retries of an overloaded service came without a wait (at most ${exactDuration(Math.max(...waits))}).`,
    },
  ];
}

function waitsOf(tries: readonly Try[]): readonly number[] {
  return tries.slice(1).map(({ at }, index) => {
    const before = tries[index];
    return before ? Math.max(0, at - before.at - before.tookMs) : 0;
  });
}

function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
