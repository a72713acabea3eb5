import type { Budget } from '../../core/budget.ts';
import type { Failure } from '../../experiments/ending.ts';
import type { SessionSpending } from '../../experiments/session.ts';
import type { Known } from './decisions.ts';
import type { EndedRun, Searched, Shown } from './running.ts';
import type { Setup } from './setup.ts';
import type { Things } from './things.ts';

/** Everything that an isolation is told from. */
export interface Premises {
  readonly failing: Setup;
  readonly things: Things;
  readonly shown: Shown;
  /** Absent where the failure was not shown. */
  readonly searched?: Searched;
  readonly confirmations: readonly EndedRun[];
  readonly known?: Failure;
  readonly status?: Known['status'];
  readonly left: readonly { readonly variable: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly spent: SessionSpending;
  readonly budget: Budget;
  readonly hasCommand: boolean;
  /** A request was given that is said to work. */
  readonly hasGood: boolean;
}
