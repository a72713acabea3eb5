import { expect, test } from 'vitest';
import { withoutOwnCredentials } from './own-credentials.ts';

const key = 'plain gateway/key+8841';

test.each([
  ['as it is', key],
  ['in a URL', encodeURIComponent(key)],
  ['inside JSON', JSON.stringify({ key: `"${key}"` })],
  ['with its scheme', `Authorization: Bearer ${key}`],
])('the credential of a request is taken out of a text: %s', (_, text) => {
  const clean = withoutOwnCredentials(text, new Headers({ authorization: `Bearer ${key}` }));
  expect(clean).not.toContain('8841');
});

test('cookies are taken out one by one', () => {
  const headers = new Headers({ cookie: 'theme=dark; session=abcdef123456' });
  expect(withoutOwnCredentials('session is abcdef123456, theme is dark', headers)).toBe(
    'session is [redacted credential of the request], theme is dark',
  );
});

test('a placeholder that is a common word leaves the text alone', () => {
  expect(withoutOwnCredentials('a test of this', new Headers({ 'x-api-key': 'test' }))).toBe('a test of this');
});
