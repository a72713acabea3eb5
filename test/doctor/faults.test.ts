import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openQuestions } from '../../src/app/diagnose/questions.ts';
import { weighed } from '../../src/app/diagnose/weigh.ts';
import { budgetOf } from '../../src/core/budget.ts';
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
import { faults, type Simulator } from '../../src/simulator/index.ts';
import { patienceMs, questionWithTool, reported, trustedSimulator } from '../contract/simulated.ts';
import { bareMachine, testKey } from './examined.ts';

let simulator: Simulator;
beforeAll(async () => {
  simulator = await trustedSimulator();
});
afterEach(() => simulator.heal());
afterAll(() => simulator.stop());

async function examineWith(list: readonly Probe[], baseUrl: string): Promise<Examination> {
  const networkWithin = networkOf({ ca: [simulator.certificateAuthority] });
  const machine = bareMachine({ ANTHROPIC_API_KEY: testKey });
  const off = { status: 'off', connectivity: 'off', resolver: 'off', registry: 'off' };
  const target = targetOf(
    { baseUrl, proxy: 'none', mayPay: true, model: questionWithTool.model, off },
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

const expected = ({ cause, seenAs }: Fault): readonly string[] => [cause, ...(seenAs ?? [])];

describe('of every fault', () => {
  test.each(faults)('$id: the error and what is still open lead to the cause', async (fault) => {
    simulator.inject(fault.id);
    const seen = explain(await reported(fault, simulator));
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
