import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Question, Seen } from './evidence.ts';
import { mostRuns } from './evidence.ts';
import { search, type Isolated, type SearchOptions } from './search.ts';

const twelve = Array.from({ length: 12 }, (_, at) => `v${at + 1}`);

/** How a configuration ends, from the differences that are as on the failing side. */
type World = (ids: ReadonlySet<string>) => Seen;

function play(
  ids: readonly string[],
  world: World,
  options: SearchOptions = { strategy: 'halves' },
): { readonly isolated: Isolated; readonly questions: readonly Question[] } {
  const questions: Question[] = [];
  const running = search(ids, options);
  let step = running.next();
  while (step.done !== true) {
    questions.push(step.value);
    if (questions.length > 400) throw new Error('The search does not end.');
    step = running.next(world(step.value.ids));
  }
  return { isolated: step.value, questions };
}

const breaksWith =
  (...culprits: readonly string[]): World =>
  (ids) =>
    culprits.every((id) => ids.has(id)) ? 'same' : 'success';
const breaksWithAny =
  (...culprits: readonly string[]): World =>
  (ids) =>
    culprits.some((id) => ids.has(id)) ? 'same' : 'success';

/** Numbers in [0, 1) that depend on a seed alone (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A world that ends the other way in one run out of ten. */
function flaky(world: World, seed: number): World {
  const draw = drawing(seed);
  return (ids) => {
    const seen = world(ids);
    if (draw() >= 0.1) return seen;
    return seen === 'same' ? 'success' : 'same';
  };
}

const unsureWithProxy: World = (ids) => (ids.size === 4 ? 'same' : ids.has('proxy') ? 'other' : 'success');
const otherWithFiveAlone: World = (ids) =>
  ids.has('v9') ? 'same' : ids.has('v5') && !ids.has('v6') ? 'other' : 'success';
const otherWithNone: World = (ids) => (ids.size === 0 ? 'other' : ids.has('v7') ? 'same' : 'success');
const otherWithSomeOfThree: World = (ids) => {
  const held = ['v4', 'v5', 'v6'].filter((id) => ids.has(id)).length;
  return held === 3 ? 'same' : held === 0 ? 'success' : 'other';
};

describe('among twelve differences', () => {
  test.each(twelve)('%s alone is found within log2(12) + 4 runs, the repetitions counted', (culprit) => {
    const { isolated, questions } = play(twelve, breaksWith(culprit));
    expect(isolated).toMatchObject({ kind: 'found', culprits: [{ ids: [culprit], how: 'alone' }] });
    expect(questions.length).toBeLessThanOrEqual(Math.log2(12) + 4);
  });

  test('and among any other number, the limit is the same', () => {
    for (let size = 1; size <= 40; size++) {
      const ids = Array.from({ length: size }, (_, at) => `v${at}`);
      for (const culprit of ids) {
        const { isolated, questions } = play(ids, breaksWith(culprit));
        expect(isolated).toMatchObject({ kind: 'found', culprits: [{ ids: [culprit], how: 'alone' }] });
        expect(questions.length).toBeLessThanOrEqual(mostRuns(size));
      }
    }
  });

  test('every pair is told as a pair, and neither of them as enough by itself', () => {
    for (const one of twelve) {
      for (const other of twelve.filter((id) => id > one)) {
        const { isolated } = play(twelve, breaksWith(one, other));
        expect(isolated).toMatchObject({ kind: 'found', culprits: [{ how: 'together' }] });
        expect(isolated.kind === 'found' && isolated.culprits[0]?.ids.toSorted()).toEqual([one, other].toSorted());
      }
    }
  });

  test('three that only together bring it about are told together', () => {
    const { isolated } = play(twelve, breaksWith('v2', 'v7', 'v11'));
    expect(isolated).toMatchObject({ kind: 'found', culprits: [{ ids: ['v2', 'v7', 'v11'], how: 'together' }] });
  });

  test('a second reason that is enough by itself is found as well', () => {
    const { isolated } = play(twelve, breaksWithAny('v3', 'v9'));
    expect(isolated).toEqual({
      kind: 'found',
      culprits: [
        { ids: ['v3'], how: 'alone' },
        { ids: ['v9'], how: 'alone' },
      ],
      without: 'success',
    });
  });

  test('whichever few bring it about, what is told breaks the good side, and nothing less does', () => {
    const few = fc.subarray(twelve, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(few, fc.array(few, { maxLength: 2 }), (first, more) => {
        const sets = [first, ...more];
        const world: World = (ids) => (sets.some((set) => set.every((id) => ids.has(id))) ? 'same' : 'success');
        const { isolated } = play(twelve, world);
        const found = isolated.kind === 'found' ? (isolated.culprits[0]?.ids ?? []) : [];
        expect(world(new Set(found))).toBe('same');
        for (const id of found) expect(world(new Set(found.filter((one) => one !== id)))).toBe('success');
      }),
    );
  });
});

describe('one change at a time', () => {
  const four = ['key', 'proxy', 'beta', 'model'];
  const oneByOne = { strategy: 'one-by-one' } as const;

  test('begins with the first, and stops as soon as one helps', () => {
    const { isolated, questions } = play(four, breaksWith('proxy'), oneByOne);
    expect(isolated).toEqual({ kind: 'found', culprits: [{ ids: ['proxy'], how: 'alone' }], without: 'success' });
    expect(questions.map(({ why }) => why)).toEqual(['failing', 'one-changed', 'one-changed', 'alone', 'again']);
  });

  test('tells two that only together bring it about, although either change helps', () => {
    const { isolated } = play(four, breaksWith('key', 'model'), oneByOne);
    expect(isolated).toMatchObject({ kind: 'found', culprits: [{ how: 'together' }], without: 'success' });
    expect(isolated.kind === 'found' && isolated.culprits[0]?.ids.toSorted()).toEqual(['key', 'model']);
  });

  test('tells two that are each enough, where only both changes help', () => {
    const { isolated } = play(four, breaksWithAny('key', 'beta'), oneByOne);
    expect(isolated).toEqual({
      kind: 'found',
      culprits: [
        { ids: ['key'], how: 'alone' },
        { ids: ['beta'], how: 'alone' },
      ],
      without: 'success',
    });
  });

  test('says that nothing of it matters where the failure stays whatever is changed', () => {
    expect(play(four, () => 'same', oneByOne).isolated).toEqual({ kind: 'no-difference' });
  });

  test('a change that cannot be judged by itself is told as needed', () => {
    expect(play(four, unsureWithProxy, oneByOne).isolated).toMatchObject({
      culprits: [{ ids: ['proxy'], how: 'needed' }],
    });
  });
});

describe('what fails in another way', () => {
  test('is left out of the halving, and what cannot be told apart is told as one', () => {
    const { isolated } = play(twelve, otherWithSomeOfThree);
    expect(isolated).toMatchObject({ culprits: [{ ids: ['v4', 'v5', 'v6'], how: 'inseparable' }] });
  });

  test('does not keep a difference from being found beside it', () => {
    expect(play(twelve, otherWithFiveAlone).isolated).toMatchObject({ culprits: [{ ids: ['v9'], how: 'alone' }] });
  });

  test('on the good side leads to one change at a time', () => {
    expect(play(twelve, otherWithNone).isolated).toMatchObject({ culprits: [{ ids: ['v7'], how: 'alone' }] });
  });

  test('on the failing side means that the failure was not reproduced', () => {
    expect(play(twelve, () => 'other').isolated).toEqual({ kind: 'not-reproduced', seen: 'other' });
  });
});

test('a steady oracle is asked nothing twice', () => {
  const { questions } = play(twelve, breaksWith('v1'), { strategy: 'halves', isSteady: true });
  expect(new Set(questions.map(({ ids }) => [...ids].join())).size).toBe(questions.length);
});

describe('a comparison of a configuration with itself', () => {
  const seeds = Array.from({ length: 1000 }, (_, at) => at + 1);
  const told = (world: (seed: number) => World, options?: SearchOptions): number =>
    seeds.filter((seed) => play(twelve, world(seed), options).isolated.kind === 'found').length;

  test.each([
    ['fails', 'same'],
    ['works', 'success'],
  ] as const)('which %s never reports a difference in 1,000 runs of an honest oracle', (_, seen) => {
    expect(told(() => () => seen)).toBe(0);
    expect(told(() => () => seen, { strategy: 'one-by-one' })).toBe(0);
  });

  test.each([
    ['fails', 'same'],
    ['works', 'success'],
  ] as const)('which %s reports one in at most 5 %% of 1,000 runs of an oracle that is flaky at 10 %%', (_, seen) => {
    expect(told((seed) => flaky(() => seen, seed))).toBeLessThanOrEqual(50);
    expect(told((seed) => flaky(() => seen, seed), { strategy: 'one-by-one' })).toBeLessThanOrEqual(50);
  });

  test('with a flaky oracle still finds what is there in most runs, and hardly ever anything else', () => {
    const answers = seeds.map((seed) => {
      const { isolated } = play(twelve, flaky(breaksWith('v8'), seed));
      return isolated.kind === 'found' ? isolated.culprits.map(({ ids }) => ids.join('+')).join() : isolated.kind;
    });
    const right = answers.filter((one) => one === 'v8').length;
    const wrong = answers.filter((one) => one.startsWith('v') && !one.includes('v8')).length;
    expect(right).toBeGreaterThan(750);
    expect(wrong).toBeLessThanOrEqual(50);
  });
});
