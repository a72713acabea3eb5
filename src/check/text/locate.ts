import type { BodyPath } from '../../core/problem.ts';
import { skipSpace, skipString, skipValue } from './skip.ts';

/** A range of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Finds places in one JSON text; what it has seen of an array or object it does not read again. */
export interface Locator {
  /**
   * The value at a path. Where the path leads to nothing (a missing field), the key of the nearest part that exists,
   * or the bracket that opens it.
   */
  readonly locate: (path: BodyPath) => Span;
  /** The key of the member at a path, with its quotes; of an item of a list its first character. */
  readonly locateKey: (path: BodyPath) => Span;
}

interface Child {
  readonly key: string | number;
  readonly keyAt: number;
  readonly at: number;
}

/** Makes a locator over a text that is known to be JSON. */
export function locatorOf(text: string): Locator {
  const childrenAt = new Map<number, Iterator<Child>>();
  const seenAt = new Map<number, Map<string | number, Child>>();

  const childOf = (at: number, key: string | number): Child | undefined => {
    const seen = seenAt.get(at) ?? new Map<string | number, Child>();
    seenAt.set(at, seen);
    const known = seen.get(key);
    if (known) return known;
    const rest = childrenAt.get(at) ?? children(text, at);
    childrenAt.set(at, rest);
    for (let next = rest.next(); !next.done; next = rest.next()) {
      // Of doubled keys the last one counts, as for every JSON parser; it is found when the object has been read.
      seen.set(next.value.key, next.value);
      if (next.value.key === key && typeof key === 'number') return next.value;
    }
    return seen.get(key);
  };

  /** Follows a path as far as it leads. */
  const follow = (
    path: BodyPath,
  ): { readonly at: number; readonly last: Child | undefined; readonly isThere: boolean } => {
    let at = skipSpace(text, 0);
    let last: Child | undefined;
    for (const step of path) {
      const child = childOf(at, step);
      if (!child) return { at, last, isThere: false };
      last = child;
      ({ at } = child);
    }
    return { at, last, isThere: true };
  };
  const keySpan = (child: Child | undefined, at: number): Span =>
    child
      ? { start: child.keyAt, end: typeof child.key === 'string' ? skipString(text, child.keyAt) : child.keyAt + 1 }
      : { start: at, end: at + 1 };

  return {
    locate(path) {
      const { at, last, isThere } = follow(path);
      return isThere ? { start: at, end: skipValue(text, at) } : keySpan(last, at);
    },
    locateKey(path) {
      const { at, last } = follow(path);
      return keySpan(last, at);
    },
  };
}

/** The members of the array or object that opens at `at`; none for other values. */
function* children(text: string, at: number): Generator<Child, undefined> {
  const opening = text[at];
  if (opening !== '{' && opening !== '[') return;
  let index = 0;
  for (at = skipSpace(text, at + 1); ;) {
    const code = text.charCodeAt(at);
    if (code === 125 || code === 93 || Number.isNaN(code)) return;
    const keyAt = at;
    let key: string | number = index++;
    if (opening === '{') {
      const end = skipString(text, at);
      key = keyText(text.slice(at, end));
      at = skipSpace(text, skipSpace(text, end) + 1);
    }
    yield { key, keyAt, at };
    at = skipSpace(text, skipValue(text, at));
    if (text.charCodeAt(at) === 44) at = skipSpace(text, at + 1);
  }
}

/** The key that a quoted text is. */
export function keyText(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1);
  const parsed: unknown = JSON.parse(quoted);
  return String(parsed);
}
