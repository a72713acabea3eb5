import type { NamedValue } from './redactor.ts';
import { isTokenCharacter } from './characters.ts';

const longestName = 80;
const longestValue = 4000;

/**
 * Reads the value after a name, as JSON, YAML, a repr, an env dump, a header, a query, curl, XML, HAR or a command line
 * writes it, escaped to any depth. `at` lies inside the name.
 */
export function namedValueAt(text: string, at: number, wordEnd: number): NamedValue | undefined {
  let nameStart = at;
  while (nameStart > 0 && at - nameStart < longestName && isNameCharacter(text.charCodeAt(nameStart - 1))) nameStart--;
  const nameEnd = endOfName(text, wordEnd);
  if (!mayFollowName.test(text.charAt(nameEnd))) return undefined;
  const raw = text.slice(nameStart, nameEnd);
  if (isFollowedByWord(text, nameEnd) && !raw.startsWith('--')) return undefined;
  const name = (isEscapedLetter(text, nameStart) ? raw.slice(1) : raw).toLowerCase().replaceAll(/[-.]/g, '_');
  const isQuery = nameStart > 0 && (text[nameStart - 1] === '?' || text[nameStart - 1] === '&');
  separator.lastIndex = nameEnd;
  const gap = separator.exec(text);
  const groups = gap?.groups;
  if (!gap || !groups) return undefined;
  const by = byOf(groups, raw, isQuery);
  if (by === undefined) return undefined;
  const opened = nameEnd + gap[0].length;
  const quote = groups['quote'] ?? '';
  const ahead = name.endsWith('authorization') ? anyScheme : scheme;
  ahead.lastIndex = opened;
  const start = opened + (ahead.exec(text)?.[0].length ?? 0);
  const end = quote === '' ? endOfBare(text, start, isQuery) : endBehind(text, start, quote);
  return end > start ? { name, start, end, isQuoted: quote !== '', by } : undefined;
}

/** Whether another word follows, and none that leads to a value; the pattern that says more takes long to make. */
function isFollowedByWord(text: string, nameEnd: number): boolean {
  const first = text.charAt(nameEnd);
  if (first !== ' ' && first !== '\t') return false;
  let at = nameEnd;
  while (at < nameEnd + 3 && (text.charAt(at) === ' ' || text.charAt(at) === '\t')) at++;
  return /[a-hj-vx-z]/i.test(text.charAt(at));
}

function endBehind(text: string, start: number, quote: string): number {
  if (!quote.startsWith('&')) return endOfQuoted(text, start, quote, longestValue);
  const value = text.slice(start, start + longestValue);
  const end = value.search(/&(?:quot|apos|#34|#39|#x22|#x27);|\n/i);
  return start + (end < 0 ? value.length : end);
}

function endOfName(text: string, wordEnd: number): number {
  let end = wordEnd;
  while (end < text.length && end - wordEnd < longestName && isNameCharacter(text.charCodeAt(end))) end++;
  return end;
}

/** Whether a value can stand behind a name that holds a word, also where colors and written line ends are white space. */
export function mayHaveValue(text: string, wordEnd: number): boolean {
  const next = text.charAt(endOfName(text, wordEnd));
  return next === '\u001b' || mayFollowName.test(next);
}

const mayFollowName = /["'`\\\]\s:=>%,&]/;

function byOf(
  groups: Readonly<Record<string, string | undefined>>,
  raw: string,
  isQuery: boolean,
): NamedValue['by'] | undefined {
  if (groups['sign'] !== undefined) return isQuery ? 'query' : 'sign';
  if (groups['har'] !== undefined || groups['tag'] !== undefined) return 'sign';
  if (groups['comma'] !== undefined) return 'pair';
  if (groups['is'] !== undefined) return 'prose';
  return raw.startsWith('--') ? 'option' : undefined;
}

/** What may stand between a name and its value. */
const separator =
  /(?:(?<closing>\\{0,15}["'`]|&(?:quot|apos|#34|#39|#x22|#x27);)?\]?[ \t]{0,3}(?:(?<har>,\s{0,8}\\{0,15}"value\\{0,15}"\s{0,3}:|(?<=["'][ \t]{0,3})value\s?=)|(?<sign>=&gt;|=>|:=|={1,2}|:|%3[ad])|(?<comma>(?<=["'`][ \t]{0,3}),)|(?<tag>>)|(?<is>(?<=[ \t])(?:is|was|=) )|(?<space>(?<=[ \t])))[ \t]{0,3}(?:\s{0,8}(?=\\{0,15}["'`]))?\[?(?:b(?=\\{0,15}["'`]))?(?<quote>\\{0,15}["'`]|&(?:quot|apos|#34|#39|#x22|#x27);)?)/iy;

const scheme = /(?:bearer|basic|token|apikey|api-key|digest|negotiate|splunk)\s{1,3}|%20/iy;

/** The scheme of an `Authorization` header, whatever it is called: a credential follows. */
const anyScheme = /[a-z][\w-]{1,30}[ \t]{1,3}(?=\S{8})|%20/iy;

function isNameCharacter(code: number): boolean {
  return isTokenCharacter(code) || code === 46;
}

/** Whether the first letter of a name is the end of an escape: `\nPASSWORD=`. */
function isEscapedLetter(text: string, at: number): boolean {
  return at > 0 && text[at - 1] === '\\' && /[nrt]/.test(text[at] ?? '');
}

/**
 * Where a quoted value ends: at a quote of its own kind and depth, or where the line or the text does. `quote` holds the
 * backslashes before the opening one, which are 0, 1, 3, 7 as texts lie inside texts.
 */
export function endOfQuoted(text: string, from: number, quote: string, longest: number): number {
  const mark = quote.charCodeAt(quote.length - 1);
  const depth = quote.length - 1;
  const limit = Math.min(text.length, from + longest);
  for (let at = from, backslashes = 0; at < limit; at++) {
    const code = text.charCodeAt(at);
    if (code === 92) backslashes++;
    else {
      if (code === 10) return at;
      if (code === mark && (backslashes < depth || (backslashes - depth) % (2 * (depth + 1)) === 0))
        return at - Math.min(backslashes, depth);
      backslashes = 0;
    }
  }
  return limit;
}

const endsBare = /[\s"'`,;\\)\]}<>|]/;
const endsQuery = /[\s"'`,;\\)\]}<>|&#]/;

function endOfBare(text: string, from: number, isQuery: boolean): number {
  const ends = isQuery ? endsQuery : endsBare;
  const limit = Math.min(text.length, from + longestValue);
  let at = from;
  while (at < limit && !ends.test(text[at] ?? '')) at++;
  return at;
}

const endsLine = /[\r\n"'`\\]/;

/** Where the line ends that a value stands on; in a quoted text, where the quoted text ends. */
export function endOfLineValue(text: string, from: number): number {
  const limit = Math.min(text.length, from + longestValue);
  let at = from;
  while (at < limit && !endsLine.test(text.charAt(at))) at++;
  return at;
}
