import type { BodyPath } from '../../core/problem.ts';
import { readString } from './loose-strings.ts';
import { skipBlank, take, tokens, wordValues } from './loose-tokens.ts';

/** A place at which a dump leaves something out, in the words of the dump: `[Object]`, `... 3 more items`. */
export interface Cut {
  readonly path: BodyPath;
  readonly mark: string;
  readonly at: number;
}

/** What was read of a literal. */
export interface Literal {
  readonly value: unknown;
  /** Where it ends, or where the text stops being a literal. */
  readonly end: number;
  /** False where the text stops being a literal before its end; the value then holds what came before. */
  readonly isWhole: boolean;
  /** What the dump left out, and where it broke off; empty when it is whole. */
  readonly cuts: readonly Cut[];
}

/**
 * Reads the literal that begins at `at`, as JavaScript's `util.inspect`, Python's `repr`, JSON5 or source code write
 * it. Knows the marks by which dumps leave things out. One pass, without recursion.
 */
export function readLiteral(text: string, at: number): Literal {
  return new LiteralReader(text, at).read();
}

/** An array, an object, a tuple or the arguments of a call, while it is read. */
interface Frame {
  readonly close: ']' | '}' | ')';
  readonly items: unknown[];
  readonly members: Map<string, unknown>;
  /** The key whose value comes next. */
  key?: string;
  hasComma: boolean;
}

/** A value that a dump writes and JSON leaves out. */
const absent = Symbol('absent');
/** No request nests deeper, and no dump that is worth reading leaves more out. */
const deepest = 500;
const mostCuts = 1000;

class LiteralReader {
  readonly #text: string;
  #at: number;
  readonly #frames: Frame[] = [];
  readonly #cuts: Cut[] = [];
  #result: { readonly value: unknown } | undefined;

  constructor(text: string, at: number) {
    this.#text = text;
    this.#at = at;
  }

  read(): Literal {
    let isWhole = true;
    while (!this.#result && isWhole) {
      this.#at = skipBlank(this.#text, this.#at);
      const before = this.#at;
      isWhole = this.#step() && this.#at > before && this.#cuts.length < mostCuts;
    }
    const end = this.#at;
    if (!isWhole) this.#breakOff();
    return { value: this.#result?.value, end, isWhole, cuts: this.#cuts };
  }

  /** Keeps what was read before the text stopped being a literal. */
  #breakOff(): void {
    const mark = this.#text.slice(this.#at, this.#at + 20);
    this.#cuts.push({ path: this.#path(), mark, at: this.#at });
    for (let frame = this.#frames.at(-1); frame; frame = this.#frames.at(-1)) {
      delete frame.key;
      this.#closeFrame(frame);
    }
  }

  /** Takes what comes next; false where the text stops being a literal. */
  #step(): boolean {
    const frame = this.#frames.at(-1);
    const char = this.#text[this.#at];
    if (char === undefined) return false;
    if (frame) {
      if (char === frame.close) return this.#closeFrame(frame);
      if (char === ',') return this.#comma(frame);
      if (char === '.' && this.#text.startsWith('...', this.#at)) return this.#omission();
      if (frame.key === undefined && frame.close !== ']') {
        const key = this.#key(frame);
        if (key !== undefined) return key;
      }
    }
    return this.#value(char);
  }

  #comma(frame: Frame): boolean {
    frame.hasComma = true;
    this.#at++;
    return frame.key === undefined;
  }

  /** Reads a key with its separator; `undefined` where a value without a key stands. */
  #key(frame: Frame): boolean | undefined {
    const start = this.#at;
    const name = this.#keyName();
    if (name === undefined) return frame.close === '}' ? false : undefined;
    this.#at = skipBlank(this.#text, this.#at);
    const separator = this.#take(frame.close === ')' ? tokens.argumentSeparator : tokens.separator);
    if (separator !== undefined) {
      frame.key = name;
      return true;
    }
    if (frame.close === ')') {
      this.#at = start;
      return undefined;
    }
    // A member in short form, or an item of a set.
    frame.key = name;
    return this.#cut(name);
  }

  #keyName(): string | undefined {
    const char = this.#text[this.#at] ?? '';
    if (isQuote(char)) {
      const read = readString(this.#text, this.#at);
      this.#at = read?.end ?? this.#text.length;
      return read?.value;
    }
    if (char === ':') this.#at++;
    return this.#take(tokens.symbolKey) ?? this.#take(tokens.key);
  }

  #value(char: string): boolean {
    if (isQuote(char)) return this.#string(false);
    if (char === '{') return this.#open('}');
    if (char === '(') return this.#open(')');
    if (char === '[') return this.#bracket();
    if (char === '<') return this.#angle();
    const date = this.#take(tokens.date);
    if (date !== undefined) return this.#add(date);
    const numeral = this.#take(tokens.numeral);
    if (numeral !== undefined) return this.#add(Number(numeral.replace(/_|n$/g, '')));
    return this.#word();
  }

  /** A string, and those that continue it: `'a' + 'b'`, or `'a' 'b'` as Python has it. */
  #string(isRaw: boolean): boolean {
    const pieces: string[] = [];
    for (;;) {
      const read = readString(this.#text, this.#at, isRaw);
      if (!read) {
        this.#at = this.#text.length;
        return false;
      }
      pieces.push(read.value);
      this.#at = read.end;
      let next = skipBlank(this.#text, read.end);
      if (this.#text[next] === '+') next = skipBlank(this.#text, next + 1);
      if (!isQuote(this.#text[next] ?? '')) return this.#add(pieces.join(''));
      this.#at = next;
    }
  }

  #bracket(): boolean {
    if (this.#take(tokens.nullPrototype) !== undefined) return true;
    const start = this.#at;
    const stub = this.#take(tokens.stub);
    if (stub === undefined || stub.slice(1, -1) in wordValues) {
      this.#at = start;
      return this.#open(']');
    }
    return this.#cut(stub);
  }

  #angle(): boolean {
    if (this.#take(tokens.reference) !== undefined) return true;
    const mark = this.#take(tokens.opaque);
    return mark !== undefined && this.#cut(mark);
  }

  #word(): boolean {
    const start = this.#at;
    const word = this.#take(tokens.word);
    if (word === undefined) return false;
    const next = this.#text[this.#at] ?? '';
    if (isQuote(next) && tokens.stringPrefix.test(word)) return this.#string(/r/i.test(word));
    if (next === '(') {
      // `Map(2) {`: a size, then the object itself.
      if (this.#take(tokens.size) !== undefined) return true;
      if (this.#take(tokens.emptyCall) !== undefined) return this.#add(absent);
      return this.#open(')');
    }
    if (Object.hasOwn(wordValues, word)) return this.#add(wordValues[word] === undefined ? absent : wordValues[word]);
    const after = this.#text[skipBlank(this.#text, this.#at)] ?? '';
    if (word === 'new' || after === '{' || (after === '[' && after !== next)) return true;
    return this.#cut(this.#text.slice(start, this.#at));
  }

  #omission(): boolean {
    const mark = this.#take(tokens.omission) ?? '...';
    this.#cuts.push({ path: this.#path(), mark, at: this.#at - mark.length });
    return true;
  }

  #cut(mark: string): boolean {
    this.#cuts.push({ path: this.#path(), mark, at: this.#at - mark.length });
    return this.#add(mark);
  }

  #path(): BodyPath {
    return this.#frames.flatMap(({ key, close, items }) => {
      if (key !== undefined) return key;
      // Between two members; or a call with one argument, which is that argument.
      return close === ']' || items.length > 0 ? items.length : [];
    });
  }

  #open(close: Frame['close']): boolean {
    if (this.#frames.length >= deepest) return false;
    this.#frames.push({ close, items: [], members: new Map(), hasComma: false });
    this.#at++;
    return true;
  }

  #closeFrame({ close, items, members, hasComma, key }: Frame): boolean {
    if (key !== undefined) return false;
    this.#frames.pop();
    this.#at++;
    if (close === ']') return this.#add(items);
    if (close === '}' || members.size > 0) return this.#add(Object.fromEntries(members));
    // A group around one value, or a call with one argument: `JSON.stringify({...})`.
    return this.#add(items.length === 1 && !hasComma ? items[0] : items);
  }

  #add(value: unknown): boolean {
    const frame = this.#frames.at(-1);
    if (!frame) {
      this.#result = { value: value === absent ? undefined : value };
      return true;
    }
    if (frame.key === undefined) {
      if (frame.close === '}') return false;
      frame.items.push(value === absent ? null : value);
      return true;
    }
    if (value !== absent) frame.members.set(frame.key, value);
    delete frame.key;
    return true;
  }

  #take(pattern: RegExp): string | undefined {
    const found = take(this.#text, this.#at, pattern);
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}

function isQuote(char: string): boolean {
  return char === '"' || char === "'" || char === '`';
}
