import { canBegin, endOfRun, isTokenCharacter, type CharacterClass } from './characters.ts';
import type { Find, Span } from './redactor.ts';

/** What follows the prefix of a token. */
export interface TokenShape {
  readonly of?: CharacterClass;
  readonly least: number;
  readonly most: number;
  /** The length of a complete token with its prefix: a rest of that length on the next line belongs to it. */
  readonly usual?: number;
  /** The prefix is so long that no other text holds it: it counts inside a word, too. */
  readonly anywhere?: true;
  /** A closer look at the whole token. */
  readonly confirm?: (token: string) => boolean;
}

/** Finds a token that begins with its anchor, also where a terminal or a log broke the line inside it. */
export function token({ of = isTokenCharacter, least, most, usual, anywhere, confirm }: TokenShape): Find {
  return (text, at, anchor) => {
    if (!anywhere && !canBegin(text, at)) return undefined;
    const from = at + anchor.length;
    const found = continued(text, at, endOfRun(text, from, of, most), of, most, usual);
    const value = found.value ?? text.slice(at, found.end);
    if (value.length - anchor.length < least || (confirm && !confirm(value))) return undefined;
    return found;
  };
}

const mostLines = 12;
const aloneOnLine = 16;
const aloneIndented = 8;

/** The token with what later lines hold of it. */
function continued(
  text: string,
  start: number,
  firstEnd: number,
  isOf: CharacterClass,
  most: number,
  usual: number | undefined,
): Span {
  let end = firstEnd;
  let value: string | undefined;
  for (let line = 0; line < mostLines; line++) {
    const next = nextLine(text, end);
    if (next === undefined) break;
    const soFar: string = value ?? text.slice(start, end);
    const nextEnd = endOfRun(text, next.at, isOf, most);
    const length = nextEnd - next.at;
    const isRest = usual !== undefined && length > 0 && soFar.length + length === usual;
    const isMore = length >= (next.isIndented ? aloneIndented : aloneOnLine);
    const isComplete = usual !== undefined && soFar.length >= usual;
    if (isComplete || (!isRest && !isMore) || soFar.length + length > most + 40) break;
    value = soFar + text.slice(next.at, nextEnd);
    end = nextEnd;
  }
  return value === undefined ? { start, end } : { start, end, value };
}

/** Where the text of the next line begins, when a line ends here: after indentation, a border or what a log puts first. */
export function nextLine(text: string, end: number): { readonly at: number; readonly isIndented: boolean } | undefined {
  const code = text.charCodeAt(end);
  if (code !== 10 && code !== 13 && code !== 92 && code !== 32 && code !== 0x2502 && code !== 124) return undefined;
  if (!mayEndLine(text, end)) return undefined;
  lineStart.lastIndex = end;
  const broken = lineStart.exec(text);
  if (!broken) return undefined;
  return { at: end + broken[0].length, isIndented: (broken[1] ?? '') !== '' };
}

/** Whether a line ends there, behind blanks and the border of a box; the pattern that says more takes long to make. */
function mayEndLine(text: string, end: number): boolean {
  let at = end;
  while (at < end + 4 && (text.charCodeAt(at) === 32 || text.charCodeAt(at) === 9)) at++;
  if (text.charCodeAt(at) === 124 || text.charCodeAt(at) === 0x2502) at++;
  const code = text.charCodeAt(at);
  if (code !== 92) return code === 10 || code === 13;
  while (text.charCodeAt(at) === 92) at++;
  return text.charCodeAt(at) === 110;
}

const lineStart =
  /[ \t]{0,4}[│|]?(?:\r?\n|\\{1,15}n)([ \t│|>]{0,12}(?:\[?\d{4}-\d\d-\d\d[T ][\d:.,]{5,18}(?:Z|[+-]\d\d:?\d\d)?\]?[ \t]{1,4}|\[?\d\d:\d\d:\d\d[\d.,]{0,8}\]?[ \t]{1,4}|[\w.-]{1,40} {0,12}\| ?)?(?:std(?:out|err) [FP] )?(?:\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL)\]?:?[ \t]{1,4})?)/y;
