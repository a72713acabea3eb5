import type { Redactor, Secret } from './redactor.ts';
import { endOfRun, isTokenCharacter } from './characters.ts';
import { nextLine } from './token.ts';

const windowCharacters = 2000;
const longestBeginning = 24;
const leastRest = 8;
/** A beginning that holds an anchor of this length is found without its next line. */
const clearAnchor = 5;

/** Secrets whose very beginning a line end cuts, so that no line holds their anchor. */
export function lineSplitSecretsIn(
  redactors: readonly Redactor[],
  text: string,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  for (const mark of ['\n', String.raw`\n`]) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + mark.length)) {
      const lineEnd = text[at - 1] === '\r' ? at - 1 : at;
      if (endsInBeginning(redactors, text, lineEnd)) joinLines(text, lineEnd, within, found);
    }
  }
}

function joinLines(text: string, lineEnd: number, within: (text: string) => readonly Secret[], found: Secret[]): void {
  const next = nextLine(text, lineEnd);
  if (!next || endOfRun(text, next.at, isTokenCharacter, leastRest) - next.at < leastRest) return;
  const head = Math.max(0, lineEnd - longestBeginning);
  const joint = lineEnd - head;
  const joined = text.slice(head, lineEnd) + text.slice(next.at, next.at + windowCharacters);
  for (const secret of within(joined)) {
    if (secret.start >= joint || secret.end <= joint) continue;
    const value = secret.value ?? joined.slice(secret.start, secret.end);
    found.push({ kind: secret.kind, start: head + secret.start, end: next.at + secret.end - joint, value });
    break;
  }
}

/** First characters of anchors by their last one, so that most line ends are passed over at once. */
let beginnings: ReadonlyMap<number, readonly string[]> | undefined;

function endsInBeginning(redactors: readonly Redactor[], text: string, lineEnd: number): boolean {
  beginnings ??= beginningsOf(redactors);
  return beginnings.get(text.charCodeAt(lineEnd - 1))?.some((beginning) => text.startsWith(beginning, lineEnd - beginning.length)) ?? false;
}

/** Only anchors with a sign in them are seen by half of them; two letters alone are the end of any word. */
function beginningsOf(redactors: readonly Redactor[]): ReadonlyMap<number, readonly string[]> {
  const all = new Set<string>();
  const anchors = redactors.flatMap((redactor) => redactor.anchors);
  const clear = anchors.filter(({ length }) => length >= clearAnchor);
  for (const anchor of anchors) {
    const sign = anchor.search(/[-_.]/);
    for (let length = Math.max(2, sign); sign > 0 && length < anchor.length; length++) {
      const beginning = anchor.slice(0, length);
      if (!clear.some((one) => beginning.startsWith(one))) all.add(beginning);
    }
  }
  const byLast = new Map<number, string[]>();
  for (const beginning of all) {
    const last = beginning.charCodeAt(beginning.length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), beginning]);
  }
  return byLast;
}
