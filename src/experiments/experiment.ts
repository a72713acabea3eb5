import type { Ending, Likeness } from './ending.ts';
import type { Oracle } from './oracle.ts';

/** One run of an experiment. */
export interface ExperimentRun {
  readonly oracle: Oracle['name'];
  /** With the change, or without it. */
  readonly side: 'changed' | 'unchanged';
  readonly ending: Ending;
}

/** What came of an experiment. */
export type ExperimentOutcome =
  | { readonly kind: 'as-predicted' | 'otherwise'; readonly found: Likeness }
  | { readonly kind: 'inconclusive'; readonly because: string };

/** One change, a prediction, and what came of it. */
export interface Experiment {
  /** As a reader would ask it. */
  readonly question: string;
  /** The variables that were kept as they were, with their values where those may be shown. */
  readonly held: readonly { readonly what: string; readonly value?: string }[];
  readonly change: { readonly what: string; readonly from?: string; readonly to?: string };
  /** How the changed side is expected to stand to the failure under study. */
  readonly prediction: Likeness;
  readonly runs: readonly ExperimentRun[];
  readonly outcome: ExperimentOutcome;
}

/** The outcome that a prediction and what was found come to. */
export function outcomeOf(prediction: Likeness, found: Likeness, runs: readonly ExperimentRun[]): ExperimentOutcome {
  if (found !== 'unknown') return { kind: found === prediction ? 'as-predicted' : 'otherwise', found };
  const hindered = runs.find(({ ending }) => ending.kind === 'unanswerable');
  const because =
    hindered?.ending.kind === 'unanswerable'
      ? hindered.ending.because
      : `${runs.length} runs ended differently, and none of the endings is ahead`;
  return { kind: 'inconclusive', because };
}
