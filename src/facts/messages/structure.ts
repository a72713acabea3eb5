/**
 * The first of the two generations of sentences ends here: `valid list` and `valid dictionary` were last seen on
 * 2025-08-28, their successors first on 2026-07-14.
 */
const plainSentencesSince = '2026-02-01';
/** The range that names -1 was seen on 2025-03-05; -1 itself was refused by 2026-08-05. */
const minusOneRefusedSince = '2026-08-05';

function isFirstGeneration(asOf: string | undefined): boolean {
  return asOf !== undefined && asOf < plainSentencesSince;
}

/** Whether a temperature of -1 was still taken as "not set". */
export function takesMinusOne(asOf: string | undefined): boolean {
  return asOf !== undefined && asOf < minusOneRefusedSince;
}

/** The API's sentences about the structure of a body; measured from 2026-08-29 to 2026-09-04, with older forms by day. */
export const structureMessages = {
  required: 'Field required',
  extra: 'Extra inputs are not permitted',
  string: 'Input should be a valid string',
  integer: 'Input should be a valid integer',
  number: 'Input should be a valid number',
  boolean: 'Input should be a valid boolean',
  array: (asOf: string | undefined) =>
    isFirstGeneration(asOf) ? 'Input should be a valid list' : 'Input should be a valid array',
  /** A union that is told apart by a tag, or an open object. */
  object: (asOf: string | undefined) =>
    isFirstGeneration(asOf) ? 'Input should be a valid dictionary' : 'Input should be an object',
  /** An object with fixed members and no tag. */
  shape: (asOf: string | undefined) =>
    isFirstGeneration(asOf)
      ? 'Input should be a valid dictionary or object to extract fields from'
      : 'Input does not match the expected shape.',
  oneOf: (values: readonly string[]) => `Input should be ${alternatives(values.map((value) => `'${value}'`))}`,
  unknownTag: (tag: string, expected: readonly string[]) =>
    `Input tag '${tag}' found using 'type' does not match any of the expected tags: ${expected.map((name) => `'${name}'`).join(', ')}`,
  /** Today the missing tag is reported as a missing member instead. */
  tagMissing: (asOf: string | undefined) =>
    isFirstGeneration(asOf) ? "Unable to extract tag using discriminator 'type'" : undefined,
  unknownRole: (role: string) => `Unexpected role "${role}". Allowed roles are "user" or "assistant"`,
  notEmpty: 'String should have at least 1 character',
  longest: (characters: number) => `String should have at most ${characters} characters`,
  pattern: (pattern: string) => `String should match pattern '${pattern}'`,
  range: (low: number, high: number) => `range: ${low}..${high}`,
  rangeWithMinusOne: (low: number, high: number) => `range: -1 or ${low}..${high}`,
  atLeast: (start: string, least: number) => `${start} greater than or equal to ${least}`,
  memberOf: (values: readonly string[]) => `must be one of [${values.map((value) => `'${value}'`).join(', ')}]`,
} as const;

function alternatives(values: readonly string[]): string {
  const last = values.at(-1) ?? '';
  return values.length < 2 ? last : `${values.slice(0, -1).join(', ')} or ${last}`;
}
