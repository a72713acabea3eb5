import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openQuestions } from '../../src/app/diagnose/questions.ts';
import { weighed } from '../../src/app/diagnose/weigh.ts';
import { budgetOf } from '../../src/app/doctor/budget.ts';
import { conduct } from '../../src/app/doctor/conduct.ts';
import { examinationOf } from '../../src/app/doctor/examine.ts';
import { planOf } from '../../src/app/doctor/plan.ts';
import { targetOf } from '../../src/app/doctor/target.ts';
import { networkOf } from '../../src/app/world/network.ts';
import type { DiagnosedFinding } from '../../src/core/diagnosis.ts';
import type { Examination } from '../../src/core/examination.ts';
import type { Fault } from '../../src/core/fault.ts';
import type { Probe } from '../../src/core/probe.ts';
import { present } from '../../src/core/present.ts';
import { explain } from '../../src/index.ts';
import { probes } from '../../src/probes/index.ts';
import { faults, startSimulator, virtualClock, type Simulator } from '../../src/simulator/index.ts';
import { clientOf, impatientFetch } from '../contract/simulated.ts';
import { bareMachine, testKey } from './examined.ts';

const patienceMs = 1_000;
const question = {
  model: 'claude-sonnet-5',
  max_tokens: 300,
  messages: [{ role: 'user' as const, content: 'Which rivers flow through Vienna?' }],
  tools: [
    {
      name: 'look_up_river',
      input_schema: { type: 'object' as const, properties: { name: { type: 'string' } }, required: ['name'] },
    },
  ],
};

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startSimulator({ clock: virtualClock() });
  setDefaultCACertificates([...getCACertificates(), simulator.certificateAuthority]);
  // The first call of fetch makes the dispatcher after which the impatient one is built.
  await fetch(`${simulator.url}/api/v2/status.json`);
});
afterEach(() => simulator.heal());
afterAll(() => simulator.stop());

async function examineWith(list: readonly Probe[], baseUrl: string): Promise<Examination> {
  const networkWithin = networkOf({ ca: [simulator.certificateAuthority] });
  const machine = bareMachine({ ANTHROPIC_API_KEY: testKey });
  const off = { status: 'off', connectivity: 'off', resolver: 'off', registry: 'off' };
  const target = targetOf(
    { baseUrl, proxy: 'none', mayPay: true, model: question.model, off },
    machine.env,
    machine.now(),
  );
  const budget = budgetOf(undefined);
  const conducted = await conduct(planOf(list, target, { offline: false }), {
    target,
    budget,
    goesOn: false,
    limitMs: patienceMs,
    world: { machine, networkWithin: (limitMs) => ({ ...networkWithin(limitMs), wait: async () => {} }) },
  });
  return examinationOf(conducted, target, budget);
}

/** The error of the SDK, or the answer where there is none, as a program has it in hand. */
async function reported(fault: Fault): Promise<unknown> {
  const client = clientOf(simulator, {
    baseURL: await simulator.addressOf(fault.id),
    fetch: impatientFetch(patienceMs),
    logLevel: 'off',
  });
  try {
    const message =
      fault.needsStream === true
        ? await client.beta.messages.stream(question).finalMessage()
        : await client.messages.create(question);
    return JSON.stringify(message);
  } catch (error) {
    return error;
  }
}

const expected = ({ cause, seenAs }: Fault): readonly string[] => [cause, ...(seenAs ?? [])];

describe('of every fault', () => {
  test.each(faults)('$id: the error and what is still open lead to the cause', async (fault) => {
    simulator.inject(fault.id);
    const seen = explain(await reported(fault));
    const verdict = seen.outcome === 'none' ? undefined : seen;
    const open = verdict ? openQuestions(verdict, false) : [];
    const examination = open.length > 0 ? await examineWith(open, await simulator.addressOf(fault.id)) : undefined;
    const { findings } = weighed({ notes: [], ...present({ verdict, examination }) });
    if (fault.seenAs?.length === 0) expect(findings).toEqual([]);
    else
      expect(expected(fault).some((cause) => leading(findings).includes(cause) || cause === seen.outcome)).toBe(true);
  });
});

/** The first finding; where a probe measures another fault than the error tells of, what the error says stands second. */
function leading(findings: readonly DiagnosedFinding[]): readonly string[] {
  const isMeasuredOnly = findings[0]?.sources.includes('error') === false;
  return findings.slice(0, isMeasuredOnly ? 2 : 1).map(({ cause }) => cause);
}

/** Faults of every call, whatever it asks for: the doctor meets them without any error in hand. */
const everywhere = faults.filter(
  ({ deed }) => typeof deed !== 'function' && (deed.kind === 'door' || (deed.kind === 'error' && deed.status >= 401)),
);

describe('without an error in hand', () => {
  test.each(everywhere)('the doctor names $id', async (fault) => {
    simulator.inject(fault.id);
    const { findings } = await examineWith(probes, await simulator.addressOf(fault.id));
    expect(expected(fault)).toContain(findings.find(({ isDecisive }) => isDecisive)?.cause);
  });
});
