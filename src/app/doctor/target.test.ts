import { expect, test } from 'vitest';
import { targetOf } from './target.ts';

test.each(['"https://api.anthropic.com"', 'api.anthropic.com', 'ftp://x', ' '])(
  'a base URL in the environment that cannot be read (%s) is left to a probe, and the API is tried',
  (value) => {
    expect(targetOf({}, { ANTHROPIC_BASE_URL: value }, 0)).toMatchObject({
      baseUrl: 'https://api.anthropic.com',
      platform: 'direct',
    });
  },
);

test('a base URL on the command line that cannot be read is refused', () => {
  expect(() => targetOf({ baseUrl: 'nowhere' }, {}, 0)).toThrow('no web address');
});

test('a proxy variable that cannot be read is left to a probe, and one on the command line is refused', () => {
  expect(targetOf({}, { HTTPS_PROXY: 'http://[x' }, 0).proxy).toBeUndefined();
  expect(() => targetOf({ proxy: 'http://[x' }, {}, 0)).toThrow('cannot be read');
});
