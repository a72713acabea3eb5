import type { Problem } from '../core/problem.ts';
import type { TokenBudget } from '../core/view.ts';
import type { Range } from './code-frame.ts';

/** A problem with the place at which a reader finds it. */
export interface PlacedProblem {
  readonly problem: Problem;
  /** In the text that was judged. */
  readonly range: Range;
  readonly line: number;
  readonly column: number;
}

/** One judged request (or answer) as every format prints it. */
export interface CheckedItem {
  /** What it was read from: a path, `standard input`, `calls.har#3`. */
  readonly name: string;
  /** What was judged. */
  readonly what: 'request' | 'response' | 'stream';
  /** The file that a line and column count in; absent where the text was put together from something else. */
  readonly file?: string;
  /** The text that was judged, its secrets covered, for frames. */
  readonly text: string;
  readonly ok: boolean;
  readonly problems: readonly PlacedProblem[];
  /** Where the tokens of a request sit, where that was asked for. */
  readonly tokens?: TokenBudget;
  /** What a reader should know of how it was read. */
  readonly note?: string;
}
