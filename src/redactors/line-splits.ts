import type { Redactor, Secret } from './redactor.ts';
import { nextLine } from './token.ts';

const windowCharacters = 2000;
/** A beginning that holds an anchor of this length is found without its next line. */
const clearAnchor = 5;

/** Secrets whose very beginning a line end cuts, so that no line holds their anchor. */
export function lineSplitSecretsIn(
  redactors: readonly Redactor[],
  text: string,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  const lineBreak = /\n|\\n/g;
  while (lineBreak.test(text)) {
    const at = lineBreak.lastIndex - (text.charCodeAt(lineBreak.lastIndex - 1) === 10 ? 1 : 2);
    const lineEnd = endOfLine(text, at);
    for (const beginning of beginningsAt(redactors, text, lineEnd)) joinLines(text, lineEnd, beginning, within, found);
  }
}

/** Where a line ends whose break is at a place: before a carriage return, and before the border of a box. */
function endOfLine(text: string, at: number): number {
  let end = text[at - 1] === '\r' ? at - 1 : at;
  if (text[end - 1] !== '│' && text[end - 1] !== '|') return end;
  for (end -= 1; text[end - 1] === ' ' && at - end < 6;) end--;
  return end;
}

function joinLines(
  text: string,
  lineEnd: number,
  { rests, length }: Beginning,
  within: (text: string) => readonly Secret[],
  found: Secret[],
): void {
  const next = nextLine(text, lineEnd);
  if (!next || !rests.some((rest) => text.startsWith(rest, next.at))) return;
  const head = Math.max(0, lineEnd - length - 1);
  const joint = lineEnd - head;
  const joined = text.slice(head, lineEnd) + text.slice(next.at, next.at + windowCharacters);
  for (const secret of within(joined)) {
    if (secret.start >= joint || secret.end <= joint) continue;
    const value = secret.value ?? joined.slice(secret.start, secret.end);
    found.push({ kind: secret.kind, start: head + secret.start, end: next.at + secret.end - joint, value });
    break;
  }
}

/** The first characters of anchors, and with what each of these goes on. */
interface Beginning {
  readonly text: string;
  readonly length: number;
  readonly rests: readonly string[];
}

/** Beginnings by their last character, so that most line ends are passed over at once. */
let beginnings: ReadonlyMap<number, readonly Beginning[]> | undefined;

function beginningsAt(redactors: readonly Redactor[], text: string, lineEnd: number): readonly Beginning[] {
  beginnings ??= beginningsOf(redactors);
  const all = beginnings.get(text.charCodeAt(lineEnd - 1));
  return all?.filter((one) => text.startsWith(one.text, lineEnd - one.length)) ?? [];
}

/** Only anchors with a sign in them are seen by half of them; two letters alone are the end of any word. */
function beginningsOf(redactors: readonly Redactor[]): ReadonlyMap<number, readonly Beginning[]> {
  const anchors = redactors.flatMap((redactor) => redactor.anchors);
  const clear = anchors.filter(({ length }) => length >= clearAnchor);
  const rests = new Map<string, string[]>();
  for (const anchor of anchors) {
    const sign = anchor.search(/[-_.]/);
    if (sign <= 0) continue;
    for (let length = Math.max(2, sign); length < anchor.length; length++) {
      const text = anchor.slice(0, length);
      if (!clear.some((one) => text.startsWith(one)))
        rests.set(text, [...(rests.get(text) ?? []), anchor.slice(length)]);
    }
  }
  const byLast = new Map<number, Beginning[]>();
  for (const [text, all] of rests) {
    const last = text.charCodeAt(text.length - 1);
    byLast.set(last, [...(byLast.get(last) ?? []), { text, length: text.length, rests: all }]);
  }
  return byLast;
}
