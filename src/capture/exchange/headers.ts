/** The first value of a header in a flat list of names and values. */
export function headerIn(headers: readonly string[], name: string): string | undefined {
  for (let at = 0; at + 1 < headers.length; at += 2) if (headers[at]?.toLowerCase() === name) return headers[at + 1];
  return undefined;
}

/** Headers by lower-case name; of one that was sent twice, the values in one. */
export function headerRecord(headers: readonly string[]): Readonly<Record<string, string>> {
  const record: Record<string, string> = {};
  for (let at = 0; at + 1 < headers.length; at += 2) {
    const name = (headers[at] ?? '').toLowerCase();
    const before = record[name];
    record[name] = before === undefined ? (headers[at + 1] ?? '') : `${before}, ${headers[at + 1] ?? ''}`;
  }
  return record;
}
