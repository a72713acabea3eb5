import { expect, test } from 'vitest';
import { tally } from './check.ts';
import { outcomeOf } from './tests.ts';

const report = (success: boolean, numPassedTests: number, numFailedTests: number): string =>
  JSON.stringify({ success, numPassedTests, numFailedTests });

test('every test counts', () => {
  expect(tally([outcomeOf(report(true, 40, 0), '')])).toEqual({ passed: 40, failed: 0 });
});

test('failed tests count beside those that passed', () => {
  expect(tally([outcomeOf(report(false, 38, 2), '')])).toEqual({ passed: 38, failed: 2 });
});

test('a run that broke outside any test has failed', () => {
  expect(tally([outcomeOf(report(false, 40, 0), '')])).toEqual({ passed: 40, failed: 1 });
});

test('a skipped check counts on neither side', () => {
  expect(tally([{ kind: 'skipped', because: 'no such Node' }, { kind: 'passed' }])).toEqual({ passed: 1, failed: 0 });
});
