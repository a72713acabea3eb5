import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openQuestions } from '../../src/app/diagnose/questions.ts';
import { weighed } from '../../src/app/diagnose/weigh.ts';
import { budgetOf } from '../../src/core/budget.ts';
import { conduct } from '../../src/app/doctor/conduct.ts';
import { examinationOf } from '../../src/app/doctor/examine.ts';
import { planOf } from '../../src/app/doctor/plan.ts';
import { targetOf } from '../../src/app/doctor/target.ts';
import { networkOf } from '../../src/app/world/network.ts';
import type { Examination } from '../../src/core/examination.ts';
import type { Fault } from '../../src/core/fault.ts';
import type { Probe } from '../../src/core/probe.ts';
import { present } from '../../src/core/present.ts';
import type { Finding } from '../../src/core/verdict.ts';
import { explain } from '../../src/index.ts';
import { probes } from '../../src/probes/index.ts';
import { diagnosisText } from '../../src/report/diagnosis-text.ts';
import { examinationText } from '../../src/report/examination-text.ts';
import { plainPainter } from '../../src/report/paint.ts';
import { settlingTest } from '../../src/report/settling.ts';
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

/** Faults that an SDK takes for a success leave no error behind; only the doctor can meet them. */
const isSilent = ({ seenAs }: Fault): boolean => seenAs?.length === 0;

/**
 * Whether what is printed names the cause first, or, where it cannot be told from another from outside, both of them with
 * the test that would settle it.
 */
function names(text: string, findings: readonly Finding[], cause: string): boolean {
  const [first] = findings;
  if (first?.cause === cause) return true;
  const other = findings.find((one) => one.cause === cause);
  const test = first && other && settlingTest(first, other);
  return test !== undefined && text.includes(cause) && text.includes(first?.cause ?? '') && flat(text).includes(test);
}

function flat(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}

const style = { paint: plainPainter, width: 80 };

describe('of every fault', () => {
  test.each(faults.filter((fault) => !isSilent(fault)))(
    '$id: the error and what is still open lead to the cause',
    async (fault) => {
      simulator.inject(fault.id);
      const verdict = explain(await reported(fault, simulator));
      const open = openQuestions(verdict, false);
      const examination = open.length > 0 ? await examineWith(open, await simulator.addressOf(fault.id)) : undefined;
      const diagnosis = weighed({ notes: [], verdict, ...present({ examination }) });
      const isUnknown = verdict.outcome === fault.cause;
      expect(isUnknown || names(diagnosisText(diagnosis, style), diagnosis.findings, fault.cause)).toBe(true);
    },
  );
});

/** Faults of every call, whatever it asks for: the doctor meets them without any error in hand. */
const everywhere = faults.filter(
  ({ deed }) => typeof deed !== 'function' && (deed.kind === 'door' || (deed.kind === 'error' && deed.status >= 401)),
);

describe('without an error in hand', () => {
  test.each(everywhere)('the doctor names $id', async (fault) => {
    simulator.inject(fault.id);
    const examination = await examineWith(probes, await simulator.addressOf(fault.id));
    expect(examination.findings.some(({ isDecisive }) => isDecisive)).toBe(true);
    expect(names(examinationText(examination, style), examination.findings, fault.cause)).toBe(true);
  });

  test.each(faults.filter(isSilent))('the doctor names $id, which an SDK takes for a success', async (fault) => {
    simulator.inject(fault.id);
    const examination = await examineWith(probes, await simulator.addressOf(fault.id));
    expect(names(examinationText(examination, style), examination.findings, fault.cause)).toBe(true);
  });
});
