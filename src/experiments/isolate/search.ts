import { isSet, knownEnding, mostRuns, type Evidence, type Question, type Run, type Seen } from './evidence.ts';

/** How a search came out; each set of differences brings the failure about only as a whole. */
export type Isolated =
  /** The failing side did not fail. */
  | { readonly kind: 'not-reproduced'; readonly seen: Seen }
  /** The good side fails in the same way: none of the differences matters. */
  | { readonly kind: 'no-difference' }
  /** The good side does not work either, in a way of its own. */
  | { readonly kind: 'no-good-side'; readonly seen: Seen }
  | {
      readonly kind: 'found';
      /** Each breaks the good side by itself: one difference alone, or several together. */
      readonly culprits: readonly Culprit[];
      /** How the failing side ends without them: it works, unless something else is wrong that is no difference. */
      readonly without: Seen;
    }
  /** The same configuration ended now in one way and now in another, and no majority decided. */
  | { readonly kind: 'flaky'; readonly unsure: readonly string[] }
  /** It had to end before it came to an answer. */
  | { readonly kind: 'stopped'; readonly because: string; readonly suspects: readonly string[] };

/** What brings the failure about. */
export interface Culprit {
  readonly ids: readonly string[];
  /**
   * `together`: each of them is needed; `inseparable`: with a part of them the request fails in another way; `needed`:
   * without it the failing side works, and whether it is enough by itself could not be seen.
   */
  readonly how: 'alone' | 'together' | 'inseparable' | 'needed';
}

/** How a search is led. */
export interface SearchOptions {
  /**
   * `halves`: half of the differences at a time, for two sides of which one is known to work. `one-by-one`: one change
   * of the failing side after the other, in the given order, and all of them together only where none helps.
   */
  readonly strategy: 'halves' | 'one-by-one';
  /** The same configuration always ends in the same way, so that nothing is asked twice. */
  readonly isSteady?: boolean;
}

/** A search in progress: yields what is to be run, and is given how it ended. */
export type Search = Generator<Question, Isolated, Seen>;

class Contradiction extends Error {
  readonly ids: readonly string[];

  constructor(ids: readonly string[]) {
    super('One configuration ended in two ways.');
    this.ids = ids;
  }
}

/**
 * Finds the smallest set of differences between a good and a failing configuration that brings the failure about:
 * halves what is left until one difference decides, looks whether it needs another, and whether the failing side works
 * without it. A difference is told only when the failure was seen at least twice with it, and success at least twice
 * without it (three times, where the limit of runs leaves one). As soon as a configuration is seen to end in two ways,
 * everything is run anew, each configuration until two of three runs agree, and the two that decide until four of five
 * do. `ids` stand in the order in which they are taken over, least disruptive first.
 */
export function* search(ids: readonly string[], options: SearchOptions): Search {
  try {
    return yield* searchOnce(ids, options, { runs: [], times: 1, isSteady: options.isSteady ?? false });
  } catch (error) {
    if (!(error instanceof Contradiction)) throw error;
  }
  try {
    return yield* searchOnce(ids, options, { runs: [], times: 2, isSteady: false });
  } catch (error) {
    if (error instanceof Contradiction) return { kind: 'flaky', unsure: error.ids };
    throw error;
  }
}

function* searchOnce(ids: readonly string[], options: SearchOptions, evidence: Evidence): Search {
  const bad = yield* ask(evidence, ids, 'failing', ids);
  if (bad !== 'same') {
    yield* seenTwice(evidence, ids, bad);
    return { kind: 'not-reproduced', seen: bad };
  }
  if (options.strategy === 'halves') return yield* culpritsAmong(evidence, ids);
  const answer = yield* oneByOne(evidence, ids);
  if (answer) return answer;
  const good = yield* ask(evidence, [], 'good', ids);
  return good === 'success' ? yield* culpritsAmong(evidence, ids) : yield* withoutGoodSide(evidence, ids, good);
}

/** What it means that the good side does not work. */
function* withoutGoodSide(evidence: Evidence, ids: readonly string[], good: Seen): Search {
  if (good === 'same') {
    yield* seenTwice(evidence, [], good);
    return { kind: 'no-difference' };
  }
  return (yield* oneByOne(evidence, ids)) ?? { kind: 'no-good-side', seen: good };
}

/** Changes one thing of the failing side at a time, until it works. */
function* oneByOne(evidence: Evidence, ids: readonly string[]): Generator<Question, Isolated | undefined, Seen> {
  for (const id of ids) {
    const others = ids.filter((one) => one !== id);
    const seen = yield* ask(evidence, others, 'one-changed', ids);
    if (seen !== 'success') continue;
    const alone = yield* ask(evidence, [id], 'alone', ids);
    const culprit: Culprit =
      alone === 'same'
        ? { ids: [id], how: 'alone' }
        : alone === 'success'
          ? yield* narrow(evidence, others, [id])
          : { ids: [id], how: 'needed' };
    // Of many changes one helps by chance more easily.
    yield* secured(evidence, culprit.ids, ids.length > 4 ? Infinity : 0);
    return { kind: 'found', culprits: [culprit], without: 'success' };
  }
  return undefined;
}

/**
 * Finds what breaks the good side. That side itself is run only where nothing else was seen to work. Where the failing
 * side still fails without what was found, something else is enough by itself as well, and is looked for too.
 */
function* culpritsAmong(evidence: Evidence, ids: readonly string[]): Search {
  const culprits: Culprit[] = [];
  let left = ids;
  for (;;) {
    const culprit = yield* narrow(evidence, left, []);
    if (!evidence.runs.some(({ seen }) => seen === 'success')) {
      const good = yield* ask(evidence, [], 'good', ids);
      if (good !== 'success') return yield* withoutGoodSide(evidence, ids, good);
    }
    left = left.filter((id) => !culprit.ids.includes(id));
    const without = yield* ask(evidence, left, 'reverse', culprit.ids);
    yield* secured(evidence, culprit.ids, mostRuns(ids.length));
    culprits.push(culprit);
    if (without !== 'same') return { kind: 'found', culprits, without };
    // That several things fail by themselves looks like a side that fails whatever is changed.
    if ((yield* ask(evidence, [], 'good', left)) !== 'success') throw new Contradiction([]);
  }
}

/**
 * Finds the differences that must all be there, beside those that are known to be needed: each is the last one in order
 * without which the failure is gone.
 */
function* narrow(
  evidence: Evidence,
  ids: readonly string[],
  needed: readonly string[],
): Generator<Question, Culprit, Seen> {
  let found = needed;
  let candidates = ids;
  let isSeparable = true;
  for (;;) {
    const [low, high] = yield* halve(evidence, found, candidates);
    const last = candidates.slice(low, high);
    if (last.length > 1) isSeparable = false;
    found = [last, found].flat();
    candidates = candidates.slice(0, low);
    if (candidates.length === 0) break;
    const alone = yield* ask(evidence, found, 'alone', [...candidates, ...found]);
    if (alone === 'same') break;
    // Before several are taken to work together, both sides are looked at again.
    if (found.length - needed.length === last.length) {
      yield* seenTwice(evidence, [...candidates, ...found], 'same');
      yield* seenTwice(evidence, found, alone);
    }
  }
  if (!isSeparable) return { ids: found, how: 'inseparable' };
  if (found.length === 1) return { ids: found, how: 'alone' };
  return yield* smallest(evidence, found);
}

/** The last place at which the failure is not there yet, and the first at which it is, among the first candidates. */
function* halve(
  evidence: Evidence,
  found: readonly string[],
  candidates: readonly string[],
): Generator<Question, readonly [low: number, high: number], Seen> {
  let low = 0;
  let high = candidates.length;
  const unclear = new Set<number>();
  for (;;) {
    const middle = nearest((low + high) / 2, low, high, unclear);
    if (middle === undefined) return [low, high];
    const seen = yield* ask(evidence, [...candidates.slice(0, middle), ...found], 'half', [
      ...candidates.slice(low, high),
      ...found,
    ]);
    if (seen === 'same') high = middle;
    else if (seen === 'success') low = middle;
    else unclear.add(middle);
  }
}

/** The place closest to the middle that was not tried in vain. */
function nearest(middle: number, low: number, high: number, unclear: ReadonlySet<number>): number | undefined {
  let best: number | undefined;
  for (let place = low + 1; place < high; place++) {
    if (unclear.has(place)) continue;
    if (best === undefined || Math.abs(place - middle) < Math.abs(best - middle)) best = place;
  }
  return best;
}

/** Takes away each of several differences once more, so that only what is needed stays. */
function* smallest(evidence: Evidence, ids: readonly string[]): Generator<Question, Culprit, Seen> {
  let kept = ids;
  for (const id of ids) {
    const rest = kept.filter((one) => one !== id);
    if (rest.length === 0) continue;
    const seen = yield* ask(evidence, rest, 'one-less', kept);
    if (seen === 'same') kept = rest;
  }
  return { ids: kept, how: kept.length === 1 ? 'alone' : 'together' };
}

/** Sees to it that both sides of what is to be told were seen twice, and success a third time while there is room. */
function* secured(evidence: Evidence, culprit: readonly string[], room: number): Generator<Question, void, Seen> {
  if (evidence.isSteady) return;
  const holds = (ids: ReadonlySet<string>): boolean => culprit.every((id) => ids.has(id));
  const failing = evidence.runs.filter(({ ids, seen }) => seen === 'same' && holds(ids));
  const working = evidence.runs.filter(({ ids, seen }) => seen === 'success' && !holds(ids));
  if (evidence.times === 2) {
    yield* mostlyEndsAs(evidence, lastOf(failing), 'same');
    yield* mostlyEndsAs(evidence, lastOf(working), 'success');
    return;
  }
  for (let count = failing.length; count < 2; count++) yield* again(evidence, lastOf(failing), 'same');
  for (let count = working.length; count < 2 || (count < 3 && evidence.runs.length < room); count++)
    yield* again(evidence, lastOf(working), 'success');
}

function lastOf(runs: readonly Run[]): readonly string[] {
  return [...(runs.at(-1)?.ids ?? [])];
}

/** Runs a configuration until four of at most five runs have ended in this way. */
function* mostlyEndsAs(evidence: Evidence, ids: readonly string[], expected: Seen): Generator<Question, void, Seen> {
  const runs = evidence.runs.filter((run) => isSet(run.ids, ids));
  let agreeing = runs.filter(({ seen }) => seen === expected).length;
  let others = runs.length - agreeing;
  while (agreeing < 4) {
    if (others > 1) throw new Contradiction(ids);
    const set = new Set(ids);
    const seen = yield { ids: set, why: 'again', suspects: ids };
    evidence.runs.push({ ids: set, seen });
    if (seen === expected) agreeing++;
    else others++;
  }
}

/** Runs once more what ends the search by itself. */
function* seenTwice(evidence: Evidence, ids: readonly string[], seen: Seen): Generator<Question, void, Seen> {
  if (!evidence.isSteady && evidence.times === 1) yield* again(evidence, ids, seen);
}

function* again(evidence: Evidence, ids: readonly string[], expected: Seen): Generator<Question, void, Seen> {
  const seen = yield { ids: new Set(ids), why: 'again', suspects: ids };
  evidence.runs.push({ ids: new Set(ids), seen });
  if (seen !== expected) throw new Contradiction(ids);
}

/** How a configuration ends: as is known already, or as `times` runs agree on, out of three at most. */
function* ask(
  evidence: Evidence,
  ids: readonly string[],
  why: Question['why'],
  suspects: readonly string[],
): Generator<Question, Seen, Seen> {
  const known = knownEnding(evidence, ids);
  if (known !== undefined) return known;
  const set = new Set(ids);
  const counts = new Map<Seen, number>();
  for (let run = 0; run < 2 * evidence.times - 1; run++) {
    const seen = yield { ids: set, why: run === 0 ? why : 'again', suspects };
    evidence.runs.push({ ids: set, seen });
    const count = (counts.get(seen) ?? 0) + 1;
    counts.set(seen, count);
    if (count >= evidence.times) return seen;
  }
  throw new Contradiction(ids);
}
