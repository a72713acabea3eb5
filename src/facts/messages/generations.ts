/** A wording that the API used until a day, or still uses. */
export interface Generation<T> {
  /** First day on which it was no longer in use, as near as it is known. */
  readonly until?: string;
  readonly value: T;
}

/** The generation in use on a day, oldest first; the newest where the day is not known. */
export function onDay<T>(asOf: string | undefined, older: readonly Generation<T>[], newest: T): T {
  if (asOf === undefined) return newest;
  return older.find(({ until }) => until !== undefined && asOf < until)?.value ?? newest;
}
