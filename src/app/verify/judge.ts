import type { CertificateCheck, CertificateRun } from '../../core/certificate.ts';
import { present } from '../../core/present.ts';
import { exactDuration } from '../../report/words.ts';
import { judgeConduct } from './judge/conduct.ts';
import { judgeEnding } from './judge/ending.ts';
import { judgeLog } from './judge/log.ts';
import { judgeShown } from './judge/shown.ts';
import type { Demands, Performance } from './performance.ts';
import { isNormal, scenarioOf } from './scenarios.ts';

/** Judges what an application did in each scenario; the normal call is what the others are compared with. */
export function judgePerformances(performances: readonly Performance[], demands: Demands): readonly CertificateRun[] {
  const normal = performances.find(({ scenario }) => scenario === 'normal');
  return performances.map((performance): CertificateRun => {
    const { scenario, tries, beganAt, tookMs } = performance;
    return {
      id: scenario,
      title: scenarioOf(scenario).title,
      through: 'application',
      checks: checksOf(performance, normal, demands),
      tries: tries.map((one) => ({
        afterMs: one.at - beganAt,
        tookMs: Math.round(one.tookMs),
        ...present({ status: one.status, requestId: one.requestId }),
      })),
      tookMs,
    };
  });
}

function checksOf(
  performance: Performance,
  normal: Performance | undefined,
  demands: Demands,
): readonly CertificateCheck[] {
  const { ending, scenario, tries } = performance;
  if (ending.kind === 'not-played' || (tries.length === 0 && isNormal(scenario))) return [unplayed(performance)];
  if (tries.length === 0) {
    const failing = judgeEnding(performance, demands).filter(({ state }) => state === 'fails');
    return failing.length > 0 ? failing : [unplayed(performance)];
  }
  return [
    ...judgeEnding(performance, demands),
    ...judgeConduct(performance, demands),
    ...judgeShown(performance, normal, demands),
    ...judgeLog(performance, demands),
  ];
}

/** A scenario that says nothing of the application, with what it wrote instead. */
function unplayed(performance: Performance): CertificateCheck {
  const { scenario, output } = performance;
  const seen = output
    .trim()
    .split('\n')
    .slice(-3)
    .filter((line) => line.trim() !== '');
  return {
    id: isNormal(scenario) ? 'structure' : 'ending',
    answers: isNormal(scenario) ? 'known-good' : 'known-bad',
    state: 'open',
    said: whyUnplayed(performance),
    ...(seen.length > 0 ? { seen } : {}),
  };
}

function whyUnplayed({ ending, tookMs }: Performance): string {
  switch (ending.kind) {
    case 'not-played':
    case 'unanswered':
      return `${ending.because}.`;
    case 'server-gone':
      return `The server is gone: ${ending.how}, and no call came through the recorder.`;
    case 'exited':
      if (ending.code !== 0)
        return `The command ended with code ${ending.code}, and no call came through the recorder.`;
      break;
    case 'time-limit':
      return `It was not over after ${exactDuration(tookMs)}, and no call came through the recorder.`;
    case 'answered':
    case 'beyond-limit':
    case 'signaled':
      break;
  }
  return 'No call came through the recorder: the code must take the address of the API from ANTHROPIC_BASE_URL.';
}
