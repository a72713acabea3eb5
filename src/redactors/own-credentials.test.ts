import { expect, test } from 'vitest';
import { credentialsIn, withoutOwnCredentials } from './own-credentials.ts';

const key = 'plain gateway/key+8841';
const marker = '[redacted credential of the request]';

function clean(text: string, headers: Readonly<Record<string, string>>, parameters?: readonly string[]): string {
  return withoutOwnCredentials(text, credentialsIn(Object.entries(headers), parameters));
}

test.each([
  ['as it is', key],
  ['in other letters', key.toUpperCase()],
  ['in a URL', encodeURIComponent(key)],
  ['inside JSON', JSON.stringify({ key: `"${key}"` })],
  ['with its scheme', `Authorization: Bearer ${key}`],
])('the credential of a request is taken out of a text: %s', (_, text) => {
  expect(clean(text, { authorization: `Bearer ${key}` })).not.toContain('8841');
});

test('cookies are taken out one by one, and their names stay', () => {
  const cookie = 'theme=dark; messages=abcdef123456; padded=bG9uZyBwYWRkaW5n==';
  expect(clean('messages is abcdef123456 and bG9uZyBwYWRkaW5n==, theme is dark', { cookie })).toBe(
    `messages is ${marker} and ${marker}, theme is dark`,
  );
});

test('half a character in a credential is no reason to fail', () => {
  expect(clean('no key half \ud800 a key', { 'x-api-key': 'half \ud800 a key' })).toBe(`no key ${marker}`);
});

test('the credential of a query is taken out', () => {
  expect(clean('no key abcdef123456', {}, ['abcdef123456'])).toBe(`no key ${marker}`);
});

test.each<[string, string, Readonly<Record<string, string>>]>([
  ['a placeholder that is a common word', 'a test of this', { 'x-api-key': 'test' }],
  [
    'the names of headers that a signature covers',
    'content-type: x',
    { authorization: 'AWS4 Credential=AKIA, SignedHeaders=content-type;host', 'Content-Type': 'x' },
  ],
  [
    'a placeholder that names the service',
    'anthropic-version: x',
    { 'x-api-key': 'anthropic', 'anthropic-version': 'x' },
  ],
])('%s leaves the text alone', (_, text, headers) => {
  expect(clean(text, headers)).toBe(text);
});
