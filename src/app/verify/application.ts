import type { CertificateRun } from '../../core/certificate.ts';
import type { Host } from '../operation.ts';
import { drive, type Application } from './drive.ts';
import { judgePerformances } from './judge.ts';
import type { Performance } from './performance.ts';
import { scenarios } from './scenarios.ts';
import { openStage } from './stage.ts';

/** What came of driving an application. */
export interface Driven {
  readonly runs: readonly CertificateRun[];
  readonly credentials: readonly string[];
}

/** Drives an application through all scenarios, and judges what it did. */
export async function verifyApplication(application: Application, host: Host, signal: AbortSignal): Promise<Driven> {
  const stage = await openStage(host.env);
  try {
    const performances = await drive(application, stage, signal, (performance) => progress(performance, host));
    const demands = {
      retries: application.retries,
      limitMs: application.limitMs,
      credentials: stage.credentials(),
      address: stage.url,
    };
    return { runs: judgePerformances(performances, demands), credentials: stage.credentials() };
  } finally {
    await stage.stop();
  }
}

/** Seven runs take their time: who watches is told how far they are. */
function progress({ scenario }: Performance, host: Host): void {
  if (!host.errIsTerminal) return;
  const at = scenarios.findIndex(({ id }) => id === scenario);
  host.err(`${at + 1} of ${scenarios.length} done: ${scenarios[at]?.title ?? scenario}\n`);
}
