import type { Cause, Quote, Sign, SignHit } from './cause.ts';
import type { Evidence } from './evidence.ts';
import { squeeze, type Reading } from './reading.ts';

/** A sign with its fragments squeezed, and how much a hit says. */
export interface PreparedSign {
  readonly sign: Sign;
  readonly says: readonly string[];
  readonly unless: readonly string[];
  readonly strength: number;
}

/** A cause with its signs prepared. */
export interface PreparedCause {
  readonly cause: Cause;
  readonly signs: readonly PreparedSign[];
}

/** A sign's fragments in squeezed form; of those that it says the longest first. */
export interface SqueezedSign {
  readonly says: readonly string[];
  readonly unless: readonly string[];
}

/** A character of the private use area: no wording holds it, and squeezing keeps it. */
const separator = '\ue000';

/** The fragments of all signs, cause by cause, squeezed in one pass: thousands of small ones would cost too much. */
export function squeezedSigns(causes: readonly Cause[]): readonly (readonly SqueezedSign[])[] {
  const fragments: string[] = [];
  for (const { signs } of causes) for (const { says, unless } of signs) fragments.push(...list(says), ...list(unless));
  const squeezed = squeeze(fragments.join(separator)).split(separator);
  let next = 0;
  const take = (count: number): readonly string[] => squeezed.slice(next, (next += count));
  return causes.map(({ signs }) =>
    signs.map(({ says, unless }) => ({
      says: take(list(says).length).toSorted((a, b) => b.length - a.length),
      unless: take(list(unless).length),
    })),
  );
}

/** Makes a cause ready, given its squeezed signs. The signs that say most come first. */
export function prepareCause(cause: Cause, squeezed: readonly SqueezedSign[]): PreparedCause {
  const signs = cause.signs.map((sign, index) => {
    const { says = [], unless = [] } = squeezed[index] ?? {};
    return { sign, says, unless, strength: strengthOf(sign, says) };
  });
  return { cause, signs: signs.toSorted((a, b) => b.strength - a.strength) };
}

/** Makes causes ready. */
export function prepareCauses(causes: readonly Cause[]): readonly PreparedCause[] {
  const squeezed = squeezedSigns(causes);
  return causes.map((cause, index) => prepareCause(cause, squeezed[index] ?? []));
}

/** Code before wording before errno before type before bare status; a longer wording says more. */
export function strengthOf(sign: Sign, says: readonly string[]): number {
  if (sign.code !== undefined) return 80;
  if (says.length > 0) {
    const length = says.reduce((sum, fragment) => sum + fragment.length, 0);
    const stated = (sign.type === undefined ? 0 : 4) + (sign.status === undefined ? 0 : 2) + (sign.pattern ? 3 : 0);
    return 40 + stated + Math.min(20, length / 4);
  }
  if (sign.pattern) return 42;
  if (sign.errno !== undefined || sign.stopReason !== undefined) return 38;
  if (sign.header !== undefined) return 32;
  if (sign.type !== undefined) return sign.status === undefined ? 20 : 22;
  return 10;
}

/** Whether a sign of this strength, a bare status or type, names only a family of causes; any wording beats it. */
export function namesFamilyOnly(strength: number): boolean {
  return strength < 30;
}

/** Whether a fragment occurs, and where; the exact one unless said otherwise. */
export type Search = (squeezed: string, fragment: string) => number;

const exactly: Search = (squeezed, fragment) => squeezed.indexOf(fragment);

/** Tests a sign; a hit says what made it hold. */
export function held(
  { sign, says, unless }: PreparedSign,
  evidence: Evidence,
  search: Search = exactly,
): SignHit | undefined {
  const { response, network, reading } = evidence;
  if (sign.code !== undefined && !among(sign.code, response?.errorCode)) return undefined;
  if (sign.type !== undefined && !among(sign.type, response?.errorType)) return undefined;
  if (sign.status !== undefined && !among(sign.status, response?.status)) return undefined;
  if (sign.errno !== undefined && !among(sign.errno, network?.errno)) return undefined;
  if (sign.stopReason !== undefined && !among(sign.stopReason, response?.stopReason)) return undefined;
  if (sign.platform !== undefined && !among(sign.platform, evidence.platform)) return undefined;
  if (sign.header !== undefined && response?.headers?.[sign.header] === undefined) return undefined;
  if (evidence.subject === 'other' && !isUnmistakable(sign)) return undefined;
  const squeezed = reading?.squeezed ?? '';
  let first: { readonly start: number; readonly end: number } | undefined;
  for (const fragment of says) {
    const start = spokenAt(fragment, list(sign.says), reading, search);
    if (start < 0) return undefined;
    first ??= { start, end: Math.min(squeezed.length, start + fragment.length) };
  }
  if (unless.some((fragment) => squeezed.includes(fragment))) return undefined;
  if (sign.pattern) {
    const found = sign.pattern.exec(reading?.flat ?? '');
    if (!found) return undefined;
    if (!first) return { sign, quote: { part: 'text', text: found[0] } };
  }
  let quote: Quote | undefined;
  // Of many hits only those that are told need their place in the text.
  return {
    sign,
    get quote() {
      return (quote ??= first && reading ? quoted(reading, first) : spoken(sign, evidence));
    },
  };
}

/** Shorter wordings come about by chance where one paragraph ends and the next begins. */
const fewestOverBreak = 20;
/** So many places of a wording are looked at before it is taken for names in a program. */
const mostPlaces = 8;

/**
 * Where a wording stands in the squeezed text, in words and not run together as in the names of a program, and not over
 * the gap between two paragraphs.
 */
export function spokenAt(
  fragment: string,
  wordings: readonly string[],
  reading: Reading | undefined,
  search: Search = exactly,
): number {
  const squeezed = reading?.squeezed ?? '';
  let start = search(squeezed, fragment);
  if (start < 0 || !reading) return start;
  const wording = wordings.find((one) => squeeze(one) === fragment) ?? '';
  const hasWords = / \w/.test(wording);
  const isQuoted = /^["'\u0060]/.test(wording);
  for (let left = mostPlaces; start >= 0 && left > 0; left--) {
    const { start: from, end } = reading.locate(start, start + fragment.length);
    const text = reading.raw.slice(from, end);
    const isName = (hasWords && /^[\w.]+$/.test(text)) || (isQuoted && /\w/.test(reading.raw.charAt(from - 1)));
    if (!isName && (fragment.length >= fewestOverBreak || !/\n[ \t]*\n/.test(text))) return start;
    start = squeezed.indexOf(fragment, start + 1);
  }
  return -1;
}

/** Whether a sign rests on words that only the API has, and not on what other services say and answer as well. */
function isUnmistakable({ says, pattern, code, shared, certainty = 'proven' }: Sign): boolean {
  return certainty === 'proven' && !shared && (says !== undefined || pattern !== undefined || code !== undefined);
}

/** The line around a hit, as the input has it; of a long line the part near the hit. */
function quoted(reading: Reading, hit: { readonly start: number; readonly end: number }): Quote {
  const place = reading.locate(hit.start, hit.end);
  const lineStart = reading.raw.lastIndexOf('\n', place.start - 1) + 1;
  const nextBreak = reading.raw.indexOf('\n', place.end);
  const lineEnd = nextBreak < 0 ? reading.raw.length : nextBreak;
  const from = place.start - 90 <= lineStart ? lineStart : wordStart(reading.raw, place.start - 90, place.start);
  const to = place.end + 120 >= lineEnd ? lineEnd : wordEnd(reading.raw, place.end + 120, place.end);
  const text = `${from > lineStart ? '…' : ''}${reading.raw.slice(from, to).trim()}${to < lineEnd ? '…' : ''}`;
  return { part: 'text', text, place };
}

/** How far a cut moves so that no word is cut. */
const longestWord = 24;

function wordStart(text: string, cut: number, limit: number): number {
  const space = text.indexOf(' ', cut);
  return space >= 0 && space < limit && space - cut <= longestWord ? space + 1 : cut;
}

function wordEnd(text: string, cut: number, limit: number): number {
  const space = text.lastIndexOf(' ', cut);
  return space > limit && cut - space <= longestWord ? space : cut;
}

/** A quote of the machine-readable marks that made a sign hold. */
function spoken(sign: Sign, { response, network }: Evidence): Quote {
  if (sign.code !== undefined) return { part: 'response', text: `error_code: ${response?.errorCode ?? ''}` };
  if (sign.errno !== undefined) return { part: 'network', text: network?.errno ?? '' };
  if (sign.stopReason !== undefined) return { part: 'response', text: `stop_reason: ${response?.stopReason ?? ''}` };
  const parts = [
    ...(sign.status === undefined ? [] : [`HTTP ${response?.status ?? ''}`]),
    ...(sign.type === undefined ? [] : [response?.errorType ?? '']),
    ...(sign.header === undefined ? [] : [`${sign.header}: ${response?.headers?.[sign.header] ?? ''}`]),
  ];
  return { part: 'response', text: parts.join(' ') };
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

function among<T>(wanted: T | readonly T[], value: T | undefined): boolean {
  return value !== undefined && list(wanted).includes(value);
}
