import { isArray } from '../core/json.ts';

/** A copy of plain data with every text in it changed; names of members stay, as do values that are no plain data. */
export function withTexts<T>(value: T, change: (text: string) => string): T {
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return change(one);
    if (isArray(one)) return one.map(walk);
    if (!isPlain(one)) return one;
    return Object.fromEntries(Object.entries(one).map(([name, member]: [string, unknown]) => [name, walk(member)]));
  };
  // oxlint-disable-next-line typescript/consistent-type-assertions -- texts stay texts, and all else stays what it was
  return walk(value) as T;
}

/** Every text in plain data. */
export function textsIn(value: unknown): readonly string[] {
  const texts: string[] = [];
  withTexts(value, (text) => {
    texts.push(text);
    return text;
  });
  return texts;
}

function isPlain(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
