import { isTokenCharacter } from './characters.ts';
import type { Redactor, Secret } from './redactor.ts';
import { nextLine } from './token.ts';

const windowCharacters = 2000;
const leastBeginning = 2;
const longestAnchor = 30;

/** Anchors that are known by a part of them, by their first two characters. */
export type CutAnchors = ReadonlyMap<string, readonly string[]>;

/** Secrets whose very beginning a line end cuts, so that no line holds their anchor. */
export function lineSplitSecretsIn(
  anchors: CutAnchors,
  text: string,
  lineEnds: readonly number[],
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  for (const at of lineEnds) {
    const lineEnd = endOfLine(text, at);
    const start = startOfWord(text, lineEnd);
    if (lineEnd - start >= leastBeginning && lineEnd - start < longestAnchor)
      joinLines(anchors, text, start, lineEnd, within, found);
  }
}

/** Where the word begins that a line ends with; a word longer than any anchor begins none. */
function startOfWord(text: string, lineEnd: number): number {
  let start = lineEnd;
  while (start > 0 && lineEnd - start < longestAnchor) {
    const code = text.charCodeAt(start - 1);
    if (!isTokenCharacter(code) && code !== 46) break;
    start--;
  }
  // The letter of an escaped line end is no part of the word after it.
  return text[start - 1] === '\\' && text[start] === 'n' ? start + 1 : start;
}

/** Where a line ends whose break is at a place: before a carriage return, and before the border of a box. */
function endOfLine(text: string, at: number): number {
  let end = text[at - 1] === '\r' ? at - 1 : at;
  if (text[end - 1] !== '│' && text[end - 1] !== '|') return end;
  for (end -= 1; text[end - 1] === ' ' && at - end < 6;) end--;
  return end;
}

function joinLines(
  cutAnchors: CutAnchors,
  text: string,
  start: number,
  lineEnd: number,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  const anchors = cutAnchors.get(text.slice(start, start + leastBeginning));
  const next = anchors && nextLine(text, lineEnd);
  if (!next) return;
  const joint = lineEnd - start;
  const head = text.slice(start, lineEnd) + text.slice(next.at, next.at + longestAnchor);
  if (!anchors.some((anchor) => joint >= anchor.search(sign) && joint < anchor.length && head.startsWith(anchor)))
    return;
  const joined = text.slice(start, lineEnd) + text.slice(next.at, next.at + windowCharacters);
  const secret = within(joined).find((one) => one.start < joint && one.end > joint);
  if (!secret) return;
  const value = secret.value ?? joined.slice(secret.start, secret.end);
  found.push({ kind: secret.kind, start: start + secret.start, end: next.at + secret.end - joint, value });
}

/** Only anchors with a sign in them are known by half of them; two letters alone are the end of any word. */
const sign = /[-_.]/;

/** The anchors that a line end may cut. */
export function cutAnchorsOf(redactors: readonly Redactor[]): CutAnchors {
  const byBeginning = new Map<string, string[]>();
  for (const { anchors } of redactors) {
    for (const anchor of anchors) {
      if (anchor.length < 3 || !sign.test(anchor)) continue;
      const beginning = anchor.slice(0, leastBeginning);
      const others = byBeginning.get(beginning);
      if (others) others.push(anchor);
      else byBeginning.set(beginning, [anchor]);
    }
  }
  return byBeginning;
}

/** What can stand before a line end that cuts one of the anchors. */
export function* cutBeginningsOf(anchors: CutAnchors): Generator<string, void, undefined> {
  for (const anchor of [...anchors.values()].flat())
    for (let length = Math.max(leastBeginning, anchor.search(sign)); length < anchor.length; length++)
      yield anchor.slice(0, length);
}
