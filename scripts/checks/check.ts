/** One thing that must hold about the project. */
export interface Check {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
}

/** How a check ended. A check that stands for many (the tests) says how many passed and failed. */
export type Outcome =
  | { readonly kind: 'passed'; readonly count?: number }
  | { readonly kind: 'failed'; readonly report: string; readonly count?: number; readonly passedCount?: number }
  | { readonly kind: 'skipped'; readonly because: string };

/** Passes when there is nothing to complain of. */
export function noneOf(complaints: readonly string[]): Outcome {
  return complaints.length === 0 ? { kind: 'passed' } : { kind: 'failed', report: complaints.join('\n') };
}

/** The sum over several outcomes, as the last line of a run tells it. */
export function tally(outcomes: readonly Outcome[]): { readonly passed: number; readonly failed: number } {
  let passed = 0;
  let failed = 0;
  for (const outcome of outcomes) {
    if (outcome.kind === 'passed') passed += outcome.count ?? 1;
    if (outcome.kind === 'failed') {
      failed += outcome.count ?? 1;
      passed += outcome.passedCount ?? 0;
    }
  }
  return { passed, failed };
}
