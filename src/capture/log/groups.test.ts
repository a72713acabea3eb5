import { expect, test } from 'vitest';
import type { Verdict } from '../../core/verdict.ts';
import { groupRecords } from './groups.ts';

/** Takes the last word of a record for its cause. */
function judge(text: string): Verdict {
  const cause = text.slice(text.lastIndexOf(' ') + 1);
  const finding = {
    cause,
    title: cause,
    locus: 'service',
    certainty: 'proven',
    explanation: '',
    because: [],
    remedies: [],
    retry: { kind: 'yes', because: '' },
    docs: { url: 'https://example.com', title: '', checkedOn: '2026-11-25' },
  } as const;
  return { outcome: 'failure', findings: [finding], facts: {}, open: [] };
}

function counts(lines: readonly string[]): Readonly<Record<string, number>> {
  const groups = groupRecords(judge);
  for (const text of lines) groups.add({ text });
  return Object.fromEntries(groups.summary().groups.map(({ cause, count }) => [cause, count]));
}

test('records that differ in their status alone are different failures', () => {
  expect(counts(['09:00:01.429 answered 429', '09:00:02.529 answered 529', '09:00:03.001 answered 529'])).toEqual({
    '429': 1,
    '529': 2,
  });
});

test('a limit of zero is not taken for any other limit', () => {
  expect(counts(['limit of 30000', 'limit of 0'])).toEqual({ '30000': 1, '0': 1 });
});

test('a failure that is logged twice under one request id counts once', () => {
  expect(counts(['req_011CExample answered 529', 'req_011CExample gave up after 529'])).toEqual({ '529': 1 });
});

test('the first and the last moment are those of the clock, whatever the order of the records', () => {
  const groups = groupRecords(judge);
  for (const moment of ['09:00:40.100', '09:00:01.500', '09:00:01.250', '09:00:59.900', '09:00:30.000'])
    groups.add({ text: `2026-11-18T${moment}Z answered 529` });
  const span = { first: '2026-11-18T09:00:01.250Z', last: '2026-11-18T09:00:59.900Z' };

  expect(groups.summary()).toMatchObject({ ...span, groups: [span] });
});
