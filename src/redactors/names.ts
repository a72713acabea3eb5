import { endOfLineValue, namedValueAt } from './named-value.ts';
import type { BesideRedactor, NamedRedactor, Secret } from './redactor.ts';

/** Every name of a secret holds one of these words. */
export const nameWords: readonly string[] = [
  'key',
  'token',
  'secret',
  'passw',
  'passphrase',
  'passcode',
  'pwd',
  'cookie',
  'auth',
  'credential',
  '?sig=',
  '&sig=',
  'signature',
  'assertion',
  '?code=',
  '&code=',
  'salt',
  'dsn',
  '_pass',
  '_pat',
];

/** The character behind a word that makes it no name of a secret: `input_tokens` is a number of them. */
export function notBeforeOf(word: string): string {
  return word === 'token' ? 's' : '';
}

/** The secret that a name gives away, one of whose words stands at a place. */
export function namedSecretAt(
  named: readonly NamedRedactor[],
  text: string,
  at: number,
  word: string,
): Secret | undefined {
  const isParameter = word.endsWith('=');
  const value = namedValueAt(text, isParameter ? at + 1 : at, at + word.length - (isParameter ? 1 : 0));
  if (!value) return undefined;
  for (const { kind, name, accept, toLineEnd } of named) {
    if (!name(value.name) || (toLineEnd && !text.slice(value.start, value.start + 80).includes('='))) continue;
    const end = toLineEnd && !value.isQuoted ? endOfLineValue(text, value.start) : value.end;
    const secret = text.slice(value.start, end);
    if (!secret.startsWith('[redacted ') && accept(secret, value)) return { kind, start: value.start, end };
  }
  return undefined;
}

/** The number that a word beside it makes a secret. */
export function secretBeside(
  { kind, pattern, confirm }: BesideRedactor,
  text: string,
  at: number,
  word: string,
): Secret | undefined {
  const isInsideWord = /[a-z\d]/i.test(text.charAt(at - 1)) && text.charAt(at - 2) !== '\\';
  if (isInsideWord) return undefined;
  const sticky = pattern();
  sticky.lastIndex = at + word.length;
  const match = sticky.exec(text);
  const value = match?.groups?.['secret'];
  if (!match || value === undefined || confirm?.(value) === false) return undefined;
  const start = match.index + match[0].length - value.length;
  return { kind, start, end: start + value.length };
}
