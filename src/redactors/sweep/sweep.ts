import type { Anchor } from './anchors.ts';

/** What one pass over a text tells to all that look for secrets in it: where any of them may find one. */
export interface Sweep {
  /** The anchors that stand in it, in the order of their places. */
  readonly anchors: readonly Anchor[];
  /** Where each of them stands. */
  readonly places: readonly number[];
  /** The literals that occur in it. */
  readonly literals: ReadonlySet<string>;
  /** Where runs of at least 24 characters of base64 begin and end, in turn. */
  readonly runs: readonly number[];
  /** How long the longest of them is, and the longest behind a point. */
  readonly longestRun: number;
  readonly longestAfterPoint: number;
  /** Where lines end, as they are or as `\n`, behind what may be the beginning of an anchor. */
  readonly lineEnds: readonly number[];
  /** Where at least 14 digits, in groups or not, begin and end, in turn. */
  readonly digits: readonly number[];
  /** Where at least 15 capitals and digits, in groups or not, begin and end, in turn. */
  readonly capitals: readonly number[];
  /** Whether characters stand in it that nobody sees, as they are or as escapes. */
  readonly hasUnseen: boolean;
  /** Whether a character may stand in it as `\u0061` or `\x61`. */
  readonly hasCodes: boolean;
}

/** The least that a run of base64 is: sixteen bytes are the least that a secret has. */
export const leastRun = 24;
