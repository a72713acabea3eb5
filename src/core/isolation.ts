import type { Budget } from './budget.ts';

/** How a run stands to the failure under study. */
export type RunLikeness = 'same' | 'other' | 'success' | 'unknown';

/** Which of the tests of a decision table a variable belongs to. */
export type VariableGroup = 'request' | 'profile' | 'path' | 'account' | 'program' | 'machine';

/** One thing that differs between the failing side and the other. */
export interface VariedThing {
  readonly id: string;
  /** The variable, such as `model`, or `part` for a part of the request. */
  readonly variable: string;
  readonly group: VariableGroup;
  /** As a noun: `the beta context-1m-2025-08-07`. */
  readonly name: string;
  /** The change in a few words: `the model claude-haiku-4-5 in place of claude-opus-4-1`. */
  readonly what: string;
  /** On the failing side, where it may be shown. */
  readonly failing?: string;
  /** On the other side, where it may be shown. */
  readonly changed?: string;
  /** What to do where it is the one that decides. */
  readonly remedy: string;
}

/** One run: which things were as on the failing side, and how it ended. */
export interface IsolationRun {
  readonly why: string;
  /** Ids of what was changed. */
  readonly changed: readonly string[];
  readonly oracle: string;
  readonly likeness: RunLikeness;
  /** In a few words. */
  readonly ending: string;
}

/** What brings the failure about; each by itself. */
export interface Culpable {
  readonly ids: readonly string[];
  /**
   * `alone`: it is enough by itself; `together`: each is needed, and only all of them are enough; `inseparable`: with a
   * part of them the call fails in another way; `needed`: without it the call works, and more could not be seen.
   */
  readonly how: 'alone' | 'together' | 'inseparable' | 'needed';
  readonly said: string;
}

/** A line of the decision table: a test, what came of it, what that tells, and what to do next. */
export interface Decision {
  /** Of the playbook, where it is a line of it. */
  readonly id?: 'P22' | 'P23' | 'P24' | 'P25';
  readonly test: string;
  readonly mark: 'decides' | 'rules-out' | 'unsure' | 'not-tried';
  readonly result: string;
  readonly tells: string;
  readonly next: string;
}

/** The comparison on which an answer rests. */
export interface ToldExperiment {
  readonly question: string;
  readonly held: readonly { readonly what: string; readonly value?: string }[];
  readonly change: { readonly what: string; readonly from?: string; readonly to?: string };
  readonly prediction: RunLikeness;
  readonly runs: readonly {
    readonly oracle: string;
    readonly side: 'changed' | 'unchanged';
    readonly ending: string;
  }[];
  readonly outcome:
    | { readonly kind: 'as-predicted' | 'otherwise'; readonly found: RunLikeness }
    | { readonly kind: 'inconclusive'; readonly because: string };
}

/** What an isolation found: plain data that every surface prints. */
export interface Isolation {
  /** `found`: what flips the outcome is known; `no-difference`: nothing that was varied does. */
  readonly outcome: 'found' | 'no-difference' | 'not-reproduced' | 'inconclusive';
  readonly headline: string;
  readonly explanation: readonly string[];
  /** The failure under study in a few words, where there is one. */
  readonly failure?: string;
  /** What said how a call ends. */
  readonly oracle?: string;
  readonly culprits: readonly Culpable[];
  /** How the failing side ends without the culprits. */
  readonly without?: RunLikeness;
  readonly things: readonly VariedThing[];
  readonly runs: readonly IsolationRun[];
  /** Absent where the failure was not seen. */
  readonly experiment?: ToldExperiment;
  /** What was held as it was, with its value where that may be shown. */
  readonly held: readonly { readonly what: string; readonly value?: string }[];
  readonly decisions: readonly Decision[];
  readonly next: string;
  readonly notTried: readonly { readonly variable: string; readonly because: string }[];
  readonly notes: readonly string[];
  readonly spent: { readonly requests: number; readonly tokens: number; readonly seconds: number };
  readonly budget: Budget;
}
