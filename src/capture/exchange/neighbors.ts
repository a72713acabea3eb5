/** How another call ended, at a time. */
interface Neighbor {
  readonly at: number;
  readonly cause: string | undefined;
}

const windowMs = 60_000;
const most = 1000;
const fewest = 3;

/** Tells of a failing call whether the calls around it fail as well. */
export function followNeighbors(): (at: number, cause: string | undefined) => readonly string[] {
  let recent: Neighbor[] = [];
  return (at, cause) => {
    const others = recent.filter((one) => at - one.at < windowMs);
    recent = [...others.slice(-most), { at, cause }];
    if (cause === undefined || others.length < fewest) return [];
    const same = others.filter((one) => one.cause === cause).length;
    const fine = others.filter((one) => one.cause === undefined).length;
    if (same === others.length)
      return [`Every one of the ${others.length} calls in the minute before failed in this way too.`];
    if (fine === others.length)
      return [`The ${others.length} calls in the minute before went through; only this one fails.`];
    return [];
  };
}
