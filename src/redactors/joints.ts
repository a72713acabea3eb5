import type { PatternRedactor, Span } from './redactor.ts';

const color = String.raw`(?:\x1b|\\u001b|\\x1b|\\033|\\e)\[[\d;:?]{0,20}[A-Za-z]`;
let colors: RegExp | undefined;

/**
 * A text of the same length in which what stands for white space is white space, so that what comes after it begins a
 * word: in `\nSK…` the `n` is no letter of the key. Line ends and tabs as JSON and source code write them, and colors.
 */
function withOpenJoints(text: string): string {
  // Replacing plain text costs a fraction of what a pattern costs.
  const open = text.includes('\\')
    ? text.replaceAll('\\n', ' \n').replaceAll('\\r', ' \n').replaceAll('\\t', '  ')
    : text;
  if (!hasColors(text)) return open;
  colors ??= new RegExp(color, 'gi');
  return open.replace(colors, (found) => ' '.repeat(found.length));
}

const colorBefore = /(?:\u001b|\\(?:u001b|x1b|033|e))$/i;

/** Whether there is a color. Its bracket is rarer than what stands before it, and is looked for first. */
function hasColors(text: string): boolean {
  for (let at = text.indexOf('['); at >= 0; at = text.indexOf('[', at + 1)) {
    const before = text.charCodeAt(at - 1) | 32;
    // The last characters of each way to write it: `ESC` itself (its bit 32 set), `b`, `3`, `e`.
    if (before !== 0x3b && before !== 98 && before !== 0x33 && before !== 101) continue;
    if (colorBefore.test(text.slice(Math.max(0, at - 6), at))) return true;
  }
  return false;
}

/** A text, and the same with its joints open: as much of it as is asked for, as that costs more than most searches. */
export interface Joints {
  /** What a search finds at a place once the joints around it are open; nothing where there are none. */
  readonly near: <T extends Span>(at: number, search: (open: string, at: number) => T | undefined) => T | undefined;
  /** What the patterns are to be searched in. */
  readonly forPatterns: (patterns: JointPatterns) => string;
  /** A stretch of the text with open joints. */
  readonly slice: (from: number, to: number) => string;
}

/** How the findings of patterns begin behind a joint; the others must be looked for behind all. */
export interface JointPatterns {
  readonly beginnings: RegExp;
  readonly anywhere: readonly PatternRedactor[];
}

/** How the findings of patterns begin. */
export function jointPatterns(patterns: readonly PatternRedactor[]): JointPatterns {
  const beginnings = patterns.flatMap(({ beginning }) => (beginning === undefined ? [] : [beginning]));
  return {
    beginnings: new RegExp(String.raw`\\[nrt](?:${beginnings.length === 0 ? '(?!)' : beginnings.join('|')})`),
    // Those that consist of digits or capitals are looked for in stretches of the text, whose joints are open.
    anywhere: patterns.filter(({ beginning, consistsOf }) => beginning === undefined && consistsOf === undefined),
  };
}

/** As far as a name and its value reach, but for a few. */
const charactersBefore = 400;
const charactersAfter = 8400;
const charactersOpened = 32_000;

/** The joints of a text. */
export function jointsOf(text: string): Joints {
  const mayHave = text.includes('\\') || text.includes('\u001b');
  let whole: string | undefined;
  let searched: string | undefined;
  // A stretch with open joints, for those that are asked for one after the other.
  let from = 0;
  let open = '';
  const opened = (): string => (whole ??= withOpenJoints(text));
  return {
    near(at, search) {
      if (!mayHave) return undefined;
      const to = from + open.length;
      const isOpen = Math.max(0, at - charactersBefore) >= from && (at + charactersAfter <= to || to === text.length);
      if (open === '' || !isOpen) {
        from = Math.max(0, at - charactersBefore);
        open = withOpenJoints(text.slice(from, at + charactersOpened));
      }
      const found = search(open, at - from);
      // What reaches the end of what was opened may go on.
      if (found && found.end === open.length && from + open.length < text.length) return search(opened(), at);
      return found && { ...found, start: found.start + from, end: found.end + from };
    },
    forPatterns({ beginnings, anywhere }) {
      if (searched !== undefined || !mayHave) return searched ?? text;
      const isNeeded =
        beginnings.test(text) ||
        anywhere.some(({ literal }) => literal === undefined || text.includes(literal)) ||
        hasColors(text);
      searched = isNeeded ? opened() : text;
      return searched;
    },
    slice(from, to) {
      const slice = text.slice(from, to);
      return mayHave ? withOpenJoints(slice) : slice;
    },
  };
}
