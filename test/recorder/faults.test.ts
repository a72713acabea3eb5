import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openKeeper } from '../../src/app/recorder/keeper.ts';
import type { Fault } from '../../src/core/fault.ts';
import type { ToldFailure } from '../../src/core/recording.ts';
import { faults, type Simulator } from '../../src/simulator/index.ts';
import { impatientFetch, patienceMs, questionWithTool, trustedSimulator } from '../contract/simulated.ts';
import { recorderBefore } from './wire.ts';

const question = JSON.stringify(questionWithTool);

describe('every fault', () => {
  let simulator: Simulator;
  beforeAll(async () => {
    simulator = await trustedSimulator();
  });
  afterAll(() => simulator.stop());

  test.each(faults)('$id passes through unchanged and is named', async (fault) => {
    const upstream = await simulator.addressOf(fault.id);
    const recorder = await recorderBefore(upstream);
    const direct = await got(upstream, fault, simulator);
    const recorded = await got(recorder.url, fault, simulator);
    if (!isDoor(upstream, simulator)) expect(recorded).toEqual(direct);
    const keeper = await openKeeper({ withBodies: true, patienceMs: patienceMs / 2, now: () => 0 });
    const failure = await keeper.take(await recorder.next());
    const seenAs = fault.seenAs ?? [fault.cause];
    expect(seenAs.length === 0 ? [named(failure)] : seenAs).toContain(named(failure));
  });
});

/** What stands behind a door is met only by those who open the connection: here, the recorder. */
function isDoor(address: string, { url }: Simulator): boolean {
  return address !== url;
}

function named(failure: ToldFailure | undefined): string | undefined {
  return failure && (failure.verdict.findings[0]?.cause ?? failure.verdict.outcome);
}

/** Everything that a caller can tell of an answer, but for what differs from call to call. */
async function got(base: string, fault: Fault, { env }: Simulator): Promise<unknown> {
  try {
    const answer = await impatientFetch(patienceMs)(`${base}/v1/messages`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'anthropic-version': '2023-06-01',
        'x-api-key': env['ANTHROPIC_API_KEY'] ?? '',
        'x-faultline-fault': fault.id,
      },
      body: fault.needsStream === true ? question.replace('{', '{"stream":true,') : question,
    });
    const headers = [...answer.headers].map(([name, value]) => `${name}: ${steady(value)}`);
    const body = await answer.text().then(steady, (error: unknown) => `broke off: ${String(error)}`);
    return { status: answer.status, text: answer.statusText, headers, body };
  } catch (error) {
    return String(error);
  }
}

function steady(text: string): string {
  return text
    .replaceAll(/\b(?:req|msg|toolu|srvtoolu)_\w+/g, 'ID')
    .replaceAll(/[\w+/]{40,}={0,2}/g, 'TOKEN')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\w{3}, \d\d \w{3} \d{4} [\d:]+ GMT/g, 'TIME')
    .replaceAll(/\b[\da-f]{16}-VIE/g, 'RAY')
    .replaceAll(/\d+/g, '#')
    .replaceAll(/"text":"[^"]*"|"partial_json":"(?:[^"\\]|\\.)*"|"input":\{[^}]*\}/g, '…');
}
