import { describe, expect, test } from 'vitest';
import { rules } from '../../src/causes/rules.ts';
import { checkRequest } from '../../src/check/index.ts';
import type { JudgedRequest, RuleExample } from '../../src/core/rule.ts';
import { loadRuleExamples } from './rule-examples.ts';
import { outOfReach, rows } from './rows.ts';

const examples = await loadRuleExamples();

function judge({ body, ...options }: JudgedRequest): ReturnType<typeof checkRequest> {
  return checkRequest(body, options);
}

const numbered = examples.map((example, index): [string, RuleExample] => {
  const before = examples.slice(0, index).filter(({ row }) => row === example.row).length;
  return [before === 0 ? example.row : `${example.row} (${before + 1})`, example];
});

describe('each way to break a rule', () => {
  test.each(numbered)(
    '%s is found with its path and sentence, and nothing else is refused',
    (_, { breaks, row, expected }) => {
      const { problems } = judge(breaks);
      const { cause, path, message, severity = 'error' } = expected;
      expect(problems).toContainEqual(expect.objectContaining({ row, cause, path, message, severity }));
      const refused = problems.filter((problem) => problem.severity === 'error').map((problem) => problem.row);
      expect(refused.filter((other) => other !== row)).toEqual([]);
    },
  );

  test.each(numbered)('%s spares the nearest request that the API takes', (_, { spares, row }) => {
    const { ok, problems } = judge(spares);
    expect(problems.filter((problem) => problem.severity === 'error' || problem.row === row)).toEqual([]);
    expect(ok).toBe(true);
  });
});

describe('each row of the table', () => {
  const covered = new Set(examples.map(({ row }) => row));

  test.each(Object.entries(rows))('of %s has an example', (_, section) => {
    expect(section.filter((row) => !covered.has(row))).toEqual([]);
  });

  test('that no judge of a body can hold is held by none', () => {
    expect(outOfReach.filter((row) => covered.has(row))).toEqual([]);
  });

  test('and each rule has one too', () => {
    expect(rules.map(({ row }) => row).filter((row) => !covered.has(row))).toEqual([]);
  });
});
