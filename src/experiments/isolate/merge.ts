import { isArray, isObject, type JsonObject } from '../../core/json.ts';

/** A place at which two JSON values differ, and that can be as in the one or as in the other. */
export interface Difference {
  readonly id: string;
  /** As the API writes it; of the failing side where it is there, else of the good one. */
  readonly path: string;
  /** Absent where the good side has nothing there. */
  readonly good?: unknown;
  /** Absent where the failing side has nothing there. */
  readonly bad?: unknown;
  readonly change: 'added' | 'removed' | 'changed';
}

/** Two JSON values laid over each other. */
export type Merged =
  | { readonly kind: 'same'; readonly value: unknown }
  | { readonly kind: 'object'; readonly members: readonly (readonly [name: string, value: Merged])[] }
  | { readonly kind: 'array'; readonly items: readonly Merged[] }
  | { readonly kind: 'choice'; readonly difference: Difference };

/** How two values are laid over each other. */
export interface MergeOptions {
  /** Values that are taken as a whole: with half of each they would be something else. */
  readonly isWhole: (good: unknown, bad: unknown) => boolean;
  /** Whether two items of a list are versions of one thing. */
  readonly isVersion: (good: unknown, bad: unknown) => boolean;
}

/** What stands at a place; nothing where a side lacks it. */
type Side = { readonly value: unknown } | undefined;

/** Beyond so many pairs of items lists are compared by their beginnings and ends alone. */
const mostPairs = 4_000_000;

/** Lays two JSON values over each other. Differences have ids that begin with `prefix`. */
export function merge(good: unknown, bad: unknown, options: MergeOptions, prefix = ''): Merged {
  return mergedAt({ value: good }, { value: bad }, '', options, prefix);
}

/** All differences, in the order of the failing side. */
export function differencesIn(merged: Merged): readonly Difference[] {
  switch (merged.kind) {
    case 'same':
      return [];
    case 'choice':
      return [merged.difference];
    case 'array':
      return merged.items.flatMap(differencesIn);
    case 'object':
      return merged.members.flatMap(([, value]) => differencesIn(value));
  }
}

/** The value in which the differences that `isBad` names are as on the failing side, and all others as on the good one. */
export function render(merged: Merged, isBad: (id: string) => boolean): unknown {
  return sideOf(merged, isBad)?.value;
}

function sideOf(merged: Merged, isBad: (id: string) => boolean): Side {
  switch (merged.kind) {
    case 'same':
      return { value: merged.value };
    case 'choice': {
      const { difference } = merged;
      const side = isBad(difference.id) ? 'bad' : 'good';
      return side in difference ? { value: difference[side] } : undefined;
    }
    case 'array':
      return { value: merged.items.flatMap((item) => listed(sideOf(item, isBad))) };
    case 'object':
      return {
        value: Object.fromEntries(
          merged.members.flatMap(([name, member]) => listed(sideOf(member, isBad)).map((value) => [name, value])),
        ),
      };
  }
}

function listed(side: Side): readonly unknown[] {
  return side ? [side.value] : [];
}

function mergedAt(good: Side, bad: Side, path: string, options: MergeOptions, prefix: string): Merged {
  if (good && bad) {
    if (canonical(good.value) === canonical(bad.value)) return { kind: 'same', value: bad.value };
    if (!options.isWhole(good.value, bad.value)) {
      if (isObject(good.value) && isObject(bad.value))
        return mergedObjects(good.value, bad.value, path, options, prefix);
      if (isArray(good.value) && isArray(bad.value)) return mergedArrays(good.value, bad.value, path, options, prefix);
    }
  }
  return {
    kind: 'choice',
    difference: {
      id: `${prefix}${path}${bad ? '' : ' (good)'}`,
      path,
      change: !good ? 'added' : !bad ? 'removed' : 'changed',
      ...(good ? { good: good.value } : {}),
      ...(bad ? { bad: bad.value } : {}),
    },
  };
}

/** The members of the failing side in their order, and those of the good side alone behind them. */
function mergedObjects(good: JsonObject, bad: JsonObject, path: string, options: MergeOptions, prefix: string): Merged {
  const names = [...new Set([...Object.keys(bad), ...Object.keys(good)])];
  return {
    kind: 'object',
    members: names.map((name) => [
      name,
      mergedAt(memberOf(good, name), memberOf(bad, name), below(path, name), options, prefix),
    ]),
  };
}

function memberOf(object: JsonObject, name: string): Side {
  return Object.hasOwn(object, name) ? { value: object[name] } : undefined;
}

/** Items that both lists hold stand as they are; between them, versions of one thing are laid over each other. */
function mergedArrays(
  good: readonly unknown[],
  bad: readonly unknown[],
  path: string,
  options: MergeOptions,
  prefix: string,
): Merged {
  const items: Merged[] = [];
  const place = (index: number): string => below(path, String(index));
  let fromGood = 0;
  let fromBad = 0;
  const gap = (untilGood: number, untilBad: number): void => {
    while (fromGood < untilGood || fromBad < untilBad) {
      const hasGood = fromGood < untilGood;
      const hasBad = fromBad < untilBad;
      const isPair = hasGood && hasBad && options.isVersion(good[fromGood], bad[fromBad]);
      // Where the two are not versions of one thing, the longer side goes first, so that the rest can still meet.
      const takesBad = isPair || (hasBad && (!hasGood || untilBad - fromBad >= untilGood - fromGood));
      const takesGood = isPair || !takesBad;
      items.push(
        mergedAt(
          takesGood ? { value: good[fromGood] } : undefined,
          takesBad ? { value: bad[fromBad] } : undefined,
          place(takesBad ? fromBad : fromGood),
          options,
          prefix,
        ),
      );
      if (takesGood) fromGood++;
      if (takesBad) fromBad++;
    }
  };
  for (const [atGood, atBad] of commonItems(good.map(canonical), bad.map(canonical))) {
    gap(atGood, atBad);
    items.push({ kind: 'same', value: bad[atBad] });
    fromGood = atGood + 1;
    fromBad = atBad + 1;
  }
  gap(good.length, bad.length);
  return { kind: 'array', items };
}

/** The places of a longest common subsequence. */
function commonItems(good: readonly string[], bad: readonly string[]): readonly (readonly [number, number])[] {
  let head = 0;
  while (head < good.length && head < bad.length && good[head] === bad[head]) head++;
  let tail = 0;
  while (tail < Math.min(good.length, bad.length) - head && good.at(-1 - tail) === bad.at(-1 - tail)) tail++;
  const pairs: (readonly [number, number])[] = Array.from({ length: head }, (_, at) => [at, at]);
  const goodEnd = good.length - tail;
  const badEnd = bad.length - tail;
  if ((goodEnd - head) * (badEnd - head) <= mostPairs) pairs.push(...commonBetween(good, bad, head, goodEnd, badEnd));
  for (let at = 0; at < tail; at++) pairs.push([goodEnd + at, badEnd + at]);
  return pairs;
}

function commonBetween(
  good: readonly string[],
  bad: readonly string[],
  head: number,
  goodEnd: number,
  badEnd: number,
): readonly (readonly [number, number])[] {
  const columns = badEnd - head + 1;
  const lengths = new Uint32Array((goodEnd - head + 1) * columns);
  const at = (row: number, column: number): number => (row - head) * columns + (column - head);
  for (let row = goodEnd - 1; row >= head; row--) {
    for (let column = badEnd - 1; column >= head; column--) {
      lengths[at(row, column)] =
        good[row] === bad[column]
          ? (lengths[at(row + 1, column + 1)] ?? 0) + 1
          : Math.max(lengths[at(row + 1, column)] ?? 0, lengths[at(row, column + 1)] ?? 0);
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let row = head, column = head; row < goodEnd && column < badEnd;) {
    if (good[row] === bad[column]) pairs.push([row++, column++]);
    else if ((lengths[at(row + 1, column)] ?? 0) >= (lengths[at(row, column + 1)] ?? 0)) row++;
    else column++;
  }
  return pairs;
}

function below(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

/** A value as text that is equal for values that are: members in the order of their names. */
function canonical(value: unknown): string {
  if (isArray(value)) return `[${value.map(canonical).join()}]`;
  if (!isObject(value)) return JSON.stringify(value) ?? 'undefined';
  const names = Object.keys(value).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join()}}`;
}
