import { readLiteral } from './loose.ts';
import { readString } from './loose-strings.ts';
import { take } from './loose-tokens.ts';

/** A word of a command line, without its quotes. */
export interface ShellWord {
  readonly value: string;
  /** Where the value stands in the text, when it stands there in one piece as it is. */
  readonly offset?: number;
}

/** The words of one command, and where it ends. */
export interface ShellCommand {
  readonly words: readonly ShellWord[];
  /** The text of a here document. */
  readonly input?: ShellWord;
  readonly end: number;
}

/** A piece of a word: what it says, where that stands as it is, and where the piece ends. */
interface Piece {
  readonly value: string;
  readonly offset?: number;
  readonly end: number;
}

const gap = /(?:[ \t]|\\[ \t]*\r?\n)+/y;
const stop = /[\r\n;|&>)]/;
const plain = /[^\s'"\\;|&<>$`)]+/y;
const hereMark = /<<-?[ \t]*(['"]?)([A-Za-z_]\w{0,40})\1/y;
const hereInput = /\$\(cat[ \t]+<<-?[ \t]*(['"]?)([A-Za-z_]\w{0,40})\1[ \t]*\r?\n/y;
/** What LiteLLM logs as a command: a Python literal between quotes that it does not escape. */
const pythonData = /'\{'(?=[a-z_])/y;

/** Reads one command as a POSIX shell would, from `at` to the end of its line. */
export function posixCommand(text: string, at: number): ShellCommand {
  const words: ShellWord[] = [];
  let delimiter: string | undefined;
  for (;;) {
    at += take(text, at, gap)?.length ?? 0;
    const char = text[at];
    if (char === undefined || stop.test(char)) break;
    if (char === '<') {
      hereMark.lastIndex = at;
      const mark = hereMark.exec(text);
      if (!mark) break;
      delimiter = mark[2];
      at = hereMark.lastIndex;
      continue;
    }
    const word = readWord(text, at);
    words.push(word);
    at = word.end;
  }
  if (delimiter === undefined) return { words, end: at };
  const feed = text.indexOf('\n', at);
  const input = feed < 0 ? undefined : hereDocument(text, feed + 1, delimiter);
  return input ? { words, input, end: input.end } : { words, end: at };
}

function readWord(text: string, at: number): Piece {
  const pieces: Piece[] = [];
  let end = at;
  for (;;) {
    const char = text[end];
    if (char === undefined || /\s/.test(char) || stop.test(char) || char === '<') break;
    const piece = readPiece(text, end, char);
    pieces.push(piece);
    end = piece.end;
  }
  const [only] = pieces;
  if (only && pieces.length === 1) return only;
  return { value: pieces.map(({ value }) => value).join(''), end };
}

function readPiece(text: string, at: number, char: string): Piece {
  if (char === "'") {
    if (take(text, at, pythonData) !== undefined) {
      const { value, isWhole, end } = readLiteral(text, at + 1);
      if (isWhole) return { value: JSON.stringify(value, undefined, 2), end: text[end] === "'" ? end + 1 : end };
    }
    const close = indexOrEnd(text, "'", at + 1);
    return { value: text.slice(at + 1, close), offset: at + 1, end: Math.min(close + 1, text.length) };
  }
  if (char === '"') return readDoubleQuoted(text, at);
  if (char === '$' && text[at + 1] === "'") {
    const read = readString(text, at + 1);
    return read ?? { value: text.slice(at + 2), end: text.length };
  }
  if (char === '\\') return { value: text[at + 1] ?? '', end: Math.min(at + 2, text.length) };
  const run = take(text, at, plain) ?? char;
  return { value: run, offset: at, end: at + run.length };
}

function readDoubleQuoted(text: string, at: number): Piece {
  const here = readHereInput(text, at + 1);
  if (here) return here;
  const pieces: string[] = [];
  let isVerbatim = true;
  let from = at + 1;
  const special = /["\\]/g;
  for (;;) {
    special.lastIndex = from;
    const found = special.exec(text);
    const next = found?.index ?? text.length;
    pieces.push(text.slice(from, next));
    if (!found || found[0] === '"') {
      const end = Math.min(next + 1, text.length);
      return { value: pieces.join(''), end, ...(isVerbatim ? { offset: at + 1 } : {}) };
    }
    isVerbatim = false;
    const escaped = text[next + 1] ?? '';
    if (escaped !== '\n') pieces.push('"\\$`'.includes(escaped) ? escaped : `\\${escaped}`);
    from = next + 2;
  }
}

/** `"$(cat <<'EOF' ... EOF)"`: the here document is the word. */
function readHereInput(text: string, at: number): Piece | undefined {
  hereInput.lastIndex = at;
  const delimiter = hereInput.exec(text)?.[2];
  if (delimiter === undefined) return undefined;
  const document = hereDocument(text, hereInput.lastIndex, delimiter);
  const close = indexOrEnd(text, '"', document.end);
  return { ...document, end: Math.min(close + 1, text.length) };
}

function hereDocument(text: string, start: number, delimiter: string): Piece {
  const ending = new RegExp(String.raw`^[ \t]*${delimiter}[ \t]*\r?$`, 'gm');
  ending.lastIndex = start;
  const found = ending.exec(text);
  const close = found?.index ?? text.length;
  return { value: text.slice(start, close), offset: start, end: found ? ending.lastIndex : text.length };
}

function indexOrEnd(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found;
}
