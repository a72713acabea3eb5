import { describe, expect, test } from 'vitest';
import { parsePlan, planText, usualPlan } from './plan.ts';

describe('a written plan', () => {
  test.each([
    ['1%,5%,25%,50%,100%', usualPlan],
    [
      '30/min, 2/s',
      {
        ...usualPlan,
        steps: [
          { kind: 'rate', perMinute: 30 },
          { kind: 'rate', perMinute: 120 },
        ],
      },
    ],
    [
      '10%,100% hold=90s calls=5 full=600/min confirm',
      {
        ...usualPlan,
        steps: [
          { kind: 'share', share: 0.1 },
          { kind: 'share', share: 1 },
        ],
        hold: { calls: 5, ms: 90_000 },
        fullPerMinute: 600,
        confirm: true,
      },
    ],
    [
      '50%,100% full=7200/h',
      {
        ...usualPlan,
        steps: [
          { kind: 'share', share: 0.5 },
          { kind: 'share', share: 1 },
        ],
        fullPerMinute: 120,
      },
    ],
  ])('%s', (text, plan) => {
    expect(parsePlan(text)).toEqual({ kind: 'plan', plan });
  });

  test.each([
    ['', ' is no step'],
    ['fast', 'fast is no step'],
    ['0%', '0% is no step'],
    ['101%', '101% is no step'],
    ['50%,10%', '10% is not more than the step before it'],
    ['5%,30/min', 'shares and rates cannot be mixed'],
    ['100% hold=soon', 'hold=soon is no duration'],
    ['100% calls=0', 'calls=0 is no number of calls'],
    ['100% full=600', 'full=600 is no rate'],
    ['100% speed=3', 'speed is not known'],
  ])('%j is refused with the reason', (text, problem) => {
    const parsed = parsePlan(text);
    expect(parsed.kind === 'problem' ? parsed.problem : 'taken').toContain(problem);
  });

  test('is told in words', () => {
    expect(planText(usualPlan)).toBe(
      '1 %, 5 %, 25 %, 50 %, 100 % of what the limits allow; each for 20 calls and 60 seconds at least',
    );
  });

  test('doubles where it is automatic', () => {
    const parsed = parsePlan('auto');
    expect(parsed.kind === 'plan' ? planText(parsed.plan) : '').toContain('3 %, 6 %, 12 %, 25 %, 50 %, 100 %');
  });
});
