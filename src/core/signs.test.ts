import { describe, expect, test } from 'vitest';
import { readText } from '../capture/text/read.ts';
import { squeeze } from './reading.ts';
import { spokenAt } from './signs.ts';

const isSpoken = (wording: string, text: string): boolean => spokenAt(squeeze(wording), [wording], readText(text)) >= 0;

describe('a wording', () => {
  test.each([
    ['Request timeout', 'Request timeout after 60 s'],
    ['Request timeout', 'call failed: request\n  timeout'],
    ['Request timeout', 'requestTimeout: 60000 was reached: request timeout'],
    ['temporarily unavailable', 'the service is temporarily\\nunavailable'],
    ['OverloadedError', 'anthropic.OverloadedError: 529'],
    ["'Message' object has no attribute", "AttributeError: 'Message' object has no attribute 'text'"],
    ["Block' object has no attribute", "'ThinkingBlock' object has no attribute 'text'"],
  ])('%s is spoken in: %s', (wording, text) => {
    expect(isSpoken(wording, text)).toBe(true);
  });

  test.each([
    ['Request timeout', 'timeout: config.requestTimeout || 60000'],
    ['temporarily unavailable', 'if (isAccountTemporarilyUnavailable(account)) return'],
    ['Request timeout', 'Headers of the request\n\ntimeout: of the client'],
    ["'Message' object has no attribute", "AttributeError: 'HumanMessage' object has no attribute 'get'"],
  ])('%s is not spoken in: %s', (wording, text) => {
    expect(isSpoken(wording, text)).toBe(false);
  });

  test('that stands run together very often is looked for in time that grows with the length', () => {
    const started = performance.now();
    expect(isSpoken('Request timeout', 'requestTimeout '.repeat(50_000))).toBe(false);
    expect(performance.now() - started).toBeLessThan(500);
  });
});
