import type { Settler } from '../core/cause.ts';

interface Named {
  readonly cause: string;
  readonly settledBy?: readonly Settler[];
}

/** The test that tells two findings apart, by whichever of the two names it. */
export function settlingTest(one: Named, other: Named): string | undefined {
  const named = one.settledBy?.find(({ from }) => from === other.cause);
  return (named ?? other.settledBy?.find(({ from }) => from === one.cause))?.test;
}
