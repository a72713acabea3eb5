import type { BodyPath } from '../core/problem.ts';

/** A place as a chain back to the root, so that a deep walk copies no paths. */
export interface Step {
  readonly key: string | number;
  readonly before: Step | undefined;
}

/** A value inside a document, and the way to it. */
export interface Placed {
  readonly value: unknown;
  /** Absent for the root. */
  readonly step: Step | undefined;
}

/** The path of a step from the root, and further keys behind it. */
export function pathOf(step: Step | undefined, ...further: BodyPath): BodyPath {
  const path: (string | number)[] = [];
  for (let current = step; current; current = current.before) path.push(current.key);
  return [...path.reverse(), ...further];
}
