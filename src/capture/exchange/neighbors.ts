const windowMs = 60_000;
const fewest = 3;
const steps = 12;

/** The calls of a few seconds: how many went through, and how many failed by which cause. */
interface Step {
  readonly number: number;
  fine: number;
  readonly failed: Map<string, number>;
}

/** Tells of a failing call whether the calls of the minute before fail as well. */
export function followNeighbors(): (at: number, cause: string | undefined) => readonly string[] {
  const recent: Step[] = [];
  return (at, cause) => {
    const number = Math.floor(at / (windowMs / steps));
    const told =
      cause === undefined
        ? []
        : compare(
            recent.filter((step) => number - step.number < steps),
            cause,
          );
    let step = recent.find((one) => one.number === number);
    if (!step) {
      step = { number, fine: 0, failed: new Map() };
      recent.push(step);
      if (recent.length > steps) recent.shift();
    }
    if (cause === undefined) step.fine++;
    else step.failed.set(cause, (step.failed.get(cause) ?? 0) + 1);
    return told;
  };
}

function compare(before: readonly Step[], cause: string): readonly string[] {
  let fine = 0;
  let same = 0;
  let all = 0;
  for (const step of before) {
    fine += step.fine;
    same += step.failed.get(cause) ?? 0;
    all += step.fine + [...step.failed.values()].reduce((sum, count) => sum + count, 0);
  }
  if (all < fewest) return [];
  if (same === all) return [`Every one of the ${all} calls in the minute before failed in this way too.`];
  return fine === all ? [`The ${all} calls in the minute before went through; only this one fails.`] : [];
}
