import { describe, expect, it } from 'vitest';
import type { Evidence } from '../core/evidence.ts';
import { readText } from '../capture/text/read.ts';
import { delayOf, durationText, noRetryBefore, shouldRetry, usedUpBudgets, waitAsTold } from './retry.ts';

function answered(headers: Readonly<Record<string, string>>, status = 429): Evidence {
  return { response: { status, headers } };
}

function said(text: string): Evidence {
  return { reading: readText(text) };
}

describe('the wait that headers ask for', () => {
  it.each([
    ['20', 20_000],
    ['0.5', 500],
    [' 3 ', 3000],
  ])('reads `retry-after: %s` as seconds', (value, waitMs) => {
    expect(delayOf(answered({ 'retry-after': value }))?.waitMs).toBe(waitMs);
  });

  it.each(['-5', '0', 'soon', '', '1e3', '3000000', 'Infinity', 'NaN'])(
    'takes `retry-after: %s` for absent',
    (value) => {
      expect(delayOf(answered({ 'retry-after': value }))).toBeUndefined();
    },
  );

  it('prefers milliseconds to seconds', () => {
    expect(delayOf(answered({ 'retry-after-ms': '1500.5', 'retry-after': '9' }))?.waitMs).toBe(1500.5);
  });

  it('falls back to seconds when the milliseconds are not plausible', () => {
    expect(delayOf(answered({ 'retry-after-ms': '-1', 'retry-after': '9' }))?.waitMs).toBe(9000);
  });

  it('measures an HTTP date from the date of the answer', () => {
    const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT', date: 'Wed, 21 Oct 2026 07:28:00 GMT' };
    expect(delayOf(answered(headers))).toMatchObject({ waitMs: 30_000, until: headers['retry-after'] });
  });

  it('names an HTTP date alone when the answer does not say when it was sent', () => {
    const delay = delayOf(answered({ 'retry-after': 'Wed, 21 Oct 2026 07:28:30 GMT' }));
    expect(delay).toEqual({ until: 'Wed, 21 Oct 2026 07:28:30 GMT', source: '`retry-after`' });
  });

  it('takes an HTTP date that is already past for absent', () => {
    const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT', date: 'Wed, 21 Oct 2026 07:29:00 GMT' };
    expect(delayOf(answered(headers))).toBeUndefined();
  });

  it('ignores `retry-after` on a successful answer', () => {
    expect(delayOf(answered({ 'retry-after': '20' }, 200))).toBeUndefined();
  });
});

describe('the wait that words ask for', () => {
  it.each([
    ['You will regain access on 2026-09-01 at 00:00 UTC.', '2026-09-01 at 00:00 UTC'],
    ['Weekly limit reached · resets 10am (Asia/Seoul) · /upgrade', '10am (Asia/Seoul)'],
    ['resets 1:30am\n     (Asia/Dhaka)', '1:30am (Asia/Dhaka)'],
    ['Your limit will reset at 3pm (America/New_York).', '3pm (America/New_York)'],
    ["You've hit your limit · resets Oct 9, 5pm (UTC)", 'Oct 9, 5pm (UTC)'],
    ['Claude AI usage limit reached|1790000400', '2026-09-21T14:20:00.000Z'],
  ])('reads the moment in "%s"', (text, until) => {
    expect(delayOf(said(text))?.until).toBe(until);
  });

  it.each([
    ['Rate limited, please try again in 20s', 20_000],
    ['Retrying in 1.5 seconds', 1500],
    ['please wait 2 minutes before the next call', 120_000],
    ['retry after 250ms', 250],
  ])('reads the duration in "%s"', (text, waitMs) => {
    expect(delayOf(said(text))?.waitMs).toBe(waitMs);
  });

  it('finds none in "Please try again later."', () => {
    expect(delayOf(said('Please try again later.'))).toBeUndefined();
  });
});

describe('advice', () => {
  const headers = {
    date: 'Wed, 21 Oct 2026 07:28:00 GMT',
    'anthropic-ratelimit-requests-remaining': '12',
    'anthropic-ratelimit-input-tokens-limit': '30000',
    'anthropic-ratelimit-input-tokens-remaining': '0',
    'anthropic-ratelimit-input-tokens-reset': '2026-10-21T07:28:41Z',
  };

  it('names the budgets that are used up', () => {
    const budget = { kind: 'ratelimit', unit: 'input-tokens', limit: '30000', reset: '2026-10-21T07:28:41Z' };
    expect(usedUpBudgets(answered(headers))).toEqual([budget]);
  });

  it('waits for the reset of the used-up budget when there is no `retry-after`', () => {
    expect(waitAsTold(answered(headers), 'The budget refills.')).toMatchObject({ kind: 'wait', waitMs: 41_000 });
  });

  it('lets `retry-after` win over the reset', () => {
    expect(waitAsTold(answered({ ...headers, 'retry-after': '7' }), 'The budget refills.').waitMs).toBe(7000);
  });

  it('says that the answer gives no time when it gives none', () => {
    const advice = waitAsTold(answered({}), 'The budget refills.');
    expect(advice.waitMs).toBeUndefined();
    expect(advice.because).toContain('does not say for how long');
  });

  it('does not advise a retry that the answer forbids', () => {
    expect(waitAsTold(answered({ 'x-should-retry': 'false', 'retry-after': '3' }), 'It refills.').kind).toBe('no');
  });

  it('does not turn the seconds of a spend limit into a wait', () => {
    const evidence: Evidence = {
      ...answered({ 'retry-after': '20' }),
      ...said('You will regain access on 2026-09-01 at 00:00 UTC.'),
    };
    expect(noRetryBefore(evidence, 'The cap is reached.')).toEqual({
      kind: 'no',
      until: '2026-09-01 at 00:00 UTC',
      because: 'The cap is reached.',
    });
  });

  it.each([
    ['true', true],
    ['false', false],
    ['maybe', undefined],
  ])('reads `x-should-retry: %s`', (value, expected) => {
    expect(shouldRetry(answered({ 'x-should-retry': value }))).toBe(expected);
  });

  it.each([
    [1000, '1 second'],
    [250, '250 milliseconds'],
    [90_000, '90 seconds'],
    [150_000, '2.5 minutes'],
    [10_800_000, '3 hours'],
  ])('writes %d ms as %s', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});
