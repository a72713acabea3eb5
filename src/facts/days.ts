const dayMs = 86_400_000;

/** Days from one ISO date to another; both are days, without times and zones. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
