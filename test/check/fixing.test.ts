import { describe, expect, test } from 'vitest';
import { fixText } from '../../src/check/fix.ts';
import { checkText } from '../../src/check/text/body.ts';
import type { RuleExample } from '../../src/core/rule.ts';
import { loadRuleExamples } from './rule-examples.ts';

const examples = await loadRuleExamples();

/** The examples whose problem can be fixed, with the text that is to be fixed. */
const fixable = examples.flatMap((example, index): readonly (readonly [string, string, RuleExample])[] => {
  const { row, breaks } = example;
  const text = breaks.rawText ?? JSON.stringify(breaks.body);
  const found = checkText(text, breaks).problems.find((problem) => problem.row === row && problem.fix);
  return found ? [[`${row} (example ${index + 1})`, text, example]] : [];
});

describe('a request with all its fixes', () => {
  test.each(fixable)(
    'of %s has that problem no more, and nothing changes when it is fixed again',
    (_, text, example) => {
      const fixed = fixText(text, example.breaks, ['all']);
      expect(fixed.applied.map(({ problem }) => problem.row)).toContain(example.row);
      expect(fixed.result.problems.map(({ row }) => row)).not.toContain(example.row);
      expect(fixText(fixed.text, example.breaks, ['all'])).toMatchObject({ text: fixed.text, applied: [] });
    },
  );

  test.each(fixable)('of %s is refused for nothing that a fix brought in', (_, text, example) => {
    const before = new Set(checkText(text, example.breaks).problems.map(({ row }) => row));
    const after = fixText(text, example.breaks, ['all']).result.problems.filter(({ severity }) => severity === 'error');
    expect(after.map(({ row }) => row).filter((row) => !before.has(row))).toEqual([]);
  });
});

const safe = fixable.filter(([, text, { breaks, row }]) =>
  checkText(text, breaks).problems.some((problem) => problem.row === row && problem.fix?.safe === true),
);

describe('a request with the fixes that cannot change its meaning', () => {
  test.each(safe)('of %s passes', (_, text, { breaks }) => {
    expect(fixText(text, breaks).result).toMatchObject({ ok: true });
  });
});
