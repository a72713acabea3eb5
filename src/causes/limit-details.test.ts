import { describe, expect, it } from 'vitest';
import { readText } from '../capture/text/read.ts';
import type { Evidence } from '../core/evidence.ts';
import { limitDetailsOf, limitText, retryOfLimit } from './limit-details.ts';

function said(text: string): Evidence {
  return { reading: readText(text), model: 'claude-opus-5' };
}

describe('a limit that a message states', () => {
  it.each([
    [
      'rate limit of 30,000 input tokens per minute (org: x)',
      'input tokens',
      'limit of 30,000 input tokens per minute for `claude-opus-5`',
    ],
    ['rate limit of 50 requests\n  per minute', 'requests', 'limit of 50 requests per minute for `claude-opus-5`'],
    [
      'rate limit of 20,000 fast mode output tokens per minute',
      'output tokens',
      'limit of 20,000 output tokens per minute for `claude-opus-5` in fast mode',
    ],
    ['rate limited', 'requests', 'limit on requests per minute for `claude-opus-5`'],
  ])('of "%s" is told with its amount', (text, unit, told) => {
    expect(limitText(limitDetailsOf(said(text), unit.replace(' ', '-')), unit)).toBe(told);
  });

  it('is taken from the header of the used-up budget when the message does not state it', () => {
    const headers = { 'anthropic-ratelimit-requests-remaining': '0', 'anthropic-ratelimit-requests-limit': '50' };
    expect(limitDetailsOf({ response: { status: 429, headers } }, 'requests').limit).toBe('50');
  });

  it('never heals by waiting when it is zero', () => {
    expect(
      retryOfLimit(said('rate limit of 0 fast mode input tokens per minute'), 'input-tokens', 'It refills.').kind,
    ).toBe('no');
  });

  it('refills when it is above zero', () => {
    expect(retryOfLimit(said('rate limit of 10 requests per minute'), 'requests', 'It refills.').kind).toBe('wait');
  });
});
