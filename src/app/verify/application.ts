import type { Exchange } from '../../capture/exchange/exchange.ts';
import type { CertificateRun } from '../../core/certificate.ts';
import type { Host } from '../operation.ts';
import { drive, type Application } from './drive.ts';
import { judgePerformances } from './judge.ts';
import type { Performance } from './performance.ts';
import { liveScenario, type Scenario } from './scenarios.ts';
import { openLiveStage, openStage, type Stage } from './stage.ts';

/** What came of driving an application. */
export interface Driven {
  readonly runs: readonly CertificateRun[];
  /** The calls of the normal run, to the API itself where there was such a one. */
  readonly calls: readonly Exchange[];
  readonly areCallsLive: boolean;
  readonly credentials: readonly string[];
}

/** Drives an application through scenarios, and judges what it did. `mostLive`: calls to the API that it may make. */
export async function verifyApplication(
  application: Application,
  scenarios: readonly Scenario[],
  mostLive: number | undefined,
  host: Host,
  signal: AbortSignal,
): Promise<Driven> {
  const simulated = await played(application, scenarios, await openStage(host.env), host, signal);
  if (mostLive === undefined || signal.aborted) return { ...simulated, areCallsLive: false };
  host.err(`The application calls the API itself once, as it does by itself; it is ended after ${mostLive} calls.\n`);
  const bounded = { ...application, mostTries: mostLive };
  const live = await played(bounded, [liveScenario], await openLiveStage(host.env), host, signal);
  return {
    runs: [...simulated.runs, ...live.runs],
    calls: live.calls.length > 0 ? live.calls : simulated.calls,
    areCallsLive: live.calls.length > 0,
    credentials: [...simulated.credentials, ...live.credentials],
  };
}

async function played(
  application: Application,
  all: readonly Scenario[],
  stage: Stage,
  host: Host,
  signal: AbortSignal,
): Promise<Omit<Driven, 'areCallsLive'>> {
  try {
    let calls: readonly Exchange[] = [];
    const performances = await drive(application, all, stage, signal, (performance) => {
      if (performance.scenario === all[0]?.id) calls = stage.exchanges();
      progress(performance, all, host);
    });
    const credentials = stage.credentials();
    const { retries, limitMs } = application;
    const demands = { retries, limitMs, credentials, address: stage.url };
    return { runs: judgePerformances(performances, demands), calls, credentials };
  } finally {
    await stage.stop();
  }
}

/** Seven runs take their time: who watches is told how far they are. */
function progress({ scenario }: Performance, all: readonly Scenario[], host: Host): void {
  if (!host.errIsTerminal) return;
  const at = all.findIndex(({ id }) => id === scenario);
  host.err(`${at + 1} of ${all.length} done: ${all[at]?.title ?? scenario}\n`);
}
