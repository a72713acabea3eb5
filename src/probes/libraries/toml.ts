import { isArray, isObject, type JsonObject } from '../../core/json.ts';

type Table = Record<string, unknown>;

/**
 * Reads the part of TOML in which projects declare packages: tables, lists of tables, dotted and quoted keys, strings,
 * lists and inline tables. Numbers, dates and booleans stay texts. What is not well formed is passed over.
 */
export function readToml(text: string): JsonObject {
  const root: Table = {};
  let current = root;
  const cursor = new Cursor(text);
  while (!cursor.isAtEnd()) {
    cursor.skipBlank();
    if (cursor.isAtEnd()) break;
    if (cursor.peek() === '[') current = header(cursor, root) ?? current;
    else if (!assignment(cursor, current)) cursor.skipLine();
  }
  return root;
}

/** A place in the text that moves on as things are taken from it. */
class Cursor {
  private at = 0;
  private readonly text: string;

  constructor(text: string) {
    this.text = text.replace(/^\ufeff/, '');
  }

  isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  peek(): string {
    return this.text[this.at] ?? '';
  }

  /** Takes what a sticky pattern finds here. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text);
    if (!found) return undefined;
    this.at += found[0].length;
    return found;
  }

  skipBlank(): void {
    this.take(/(?:\s|#[^\n]*)*/y);
  }

  skipSpaces(): void {
    this.take(/[ \t]*/y);
  }

  skipLine(): void {
    this.take(/[^\n]*\n?/y);
  }
}

function header(cursor: Cursor, root: Table): Table | undefined {
  const opening = cursor.take(/\[\[?/y)?.[0] ?? '';
  const keys = keyOf(cursor);
  cursor.skipLine();
  const last = keys?.at(-1);
  if (!keys || last === undefined) return undefined;
  const parent = tableAt(root, keys.slice(0, -1));
  if (opening === '[') return tableAt(parent, [last]);
  const before = memberOf(parent, last);
  const entry: Table = {};
  put(parent, last, [...(isArray(before) ? before : []), entry]);
  return entry;
}

function assignment(cursor: Cursor, into: Table): boolean {
  const keys = keyOf(cursor);
  const last = keys?.at(-1);
  cursor.skipSpaces();
  if (!keys || last === undefined || !cursor.take(/=/y)) return false;
  put(tableAt(into, keys.slice(0, -1)), last, valueAt(cursor, 0));
  return true;
}

function keyOf(cursor: Cursor): readonly string[] | undefined {
  const keys: string[] = [];
  for (;;) {
    cursor.skipSpaces();
    const found = cursor.take(/([\w-]+)|"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y);
    if (!found) return undefined;
    keys.push(found[1] ?? found[2] ?? found[3] ?? '');
    cursor.skipSpaces();
    if (!cursor.take(/\./y)) return keys;
  }
}

/** The table at a path, made where there is none; of a list of tables the last one. */
function tableAt(from: Table, keys: readonly string[]): Table {
  let table = from;
  for (const key of keys) {
    const there = memberOf(table, key);
    const inner = isArray(there) ? there.at(-1) : there;
    if (isTable(inner)) table = inner;
    else {
      const made: Table = {};
      put(table, key, made);
      table = made;
    }
  }
  return table;
}

function isTable(value: unknown): value is Table {
  return isObject(value);
}

function memberOf(table: Table, key: string): unknown {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** Sets a member of any name; `__proto__` is one like the others. */
function put(table: Table, key: string, value: unknown): void {
  Object.defineProperty(table, key, { value, enumerable: true, configurable: true, writable: true });
}

const deepest = 30;

function valueAt(cursor: Cursor, depth: number): unknown {
  cursor.skipSpaces();
  const long = cursor.take(/"""([^]*?)"""|'''([^]*?)'''/y);
  if (long) return long[1] ?? long[2];
  const quoted = cursor.take(/"((?:[^"\\\n]|\\.)*)"|'([^'\n]*)'/y);
  if (quoted) return quoted[1]?.replace(/\\(["\\])/g, '$1') ?? quoted[2];
  if (depth < deepest && cursor.take(/\[/y)) return listAt(cursor, depth + 1);
  if (depth < deepest && cursor.take(/\{/y)) return inlineTableAt(cursor, depth + 1);
  return cursor.take(/[^\s,\]}#]+/y)?.[0] ?? '';
}

function listAt(cursor: Cursor, depth: number): readonly unknown[] {
  const values: unknown[] = [];
  for (;;) {
    cursor.skipBlank();
    if (cursor.isAtEnd() || cursor.take(/\]/y)) return values;
    const value = valueAt(cursor, depth);
    values.push(value);
    cursor.skipBlank();
    if (!cursor.take(/,/y) && cursor.peek() !== ']') cursor.skipLine();
  }
}

function inlineTableAt(cursor: Cursor, depth: number): Table {
  const table: Table = {};
  for (;;) {
    cursor.skipBlank();
    if (cursor.isAtEnd() || cursor.take(/\}/y)) return table;
    const keys = keyOf(cursor);
    const last = keys?.at(-1);
    cursor.skipSpaces();
    if (!keys || last === undefined || !cursor.take(/=/y)) {
      cursor.skipLine();
      return table;
    }
    put(tableAt(table, keys.slice(0, -1)), last, valueAt(cursor, depth));
    cursor.skipBlank();
    cursor.take(/,/y);
  }
}
