/** Something whose time is compared. */
export interface Task {
  readonly name: string;
  readonly run: () => unknown;
}

/** How often tasks run. */
export interface Effort {
  readonly rounds: number;
  /** Runs in a row: enough that most garbage is collected at its own cost, few enough to fit between interruptions. */
  readonly batch: number;
}

const warmUpRounds = 6;

/**
 * Milliseconds of one run of each task: the least of all rounds. On a machine that does other things too, time is only
 * ever added, so that the least comes closest to what the task takes. The tasks take turns, so that they meet the same
 * moments of the machine.
 */
export function measure(tasks: readonly Task[], { rounds, batch }: Effort): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (let round = -warmUpRounds; round < rounds; round++) {
    for (const { name, run } of tasks) {
      run();
      const start = process.hrtime.bigint();
      for (let count = 0; count < batch; count++) run();
      const each = Number(process.hrtime.bigint() - start) / 1e6 / batch;
      if (round >= 0) least.set(name, Math.min(each, least.get(name) ?? Infinity));
    }
  }
  return least;
}

/** What a figure may be at most. */
export interface Goal {
  readonly name: string;
  readonly value: number;
  readonly most: number;
}

/** Prints which goals are met, and makes the process fail where one is not. */
export function report(goals: readonly Goal[]): void {
  console.log();
  for (const { name, value, most } of goals)
    console.log(`${value <= most ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(2)}, at most ${most}`);
  if (goals.some(({ value, most }) => value > most)) process.exitCode = 1;
}
