/** `T` with its undefined members left out. */
export type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** A copy without the members that are undefined. */
export function present<T extends object>(object: T): Present<T> {
  const entries = Object.entries(object).filter(([, value]) => value !== undefined);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- fromEntries forgets the types of what entries gave
  return Object.fromEntries(entries) as Present<T>;
}
