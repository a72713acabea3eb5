/** What is limited by the minute. */
export type Metered = 'requests' | 'input' | 'output';

/** What an answer says of one limit by the minute. */
export interface StatedLimit {
  readonly limit: number;
  /** Absent where the header is missing or unreadable. */
  readonly remaining?: number;
}

/** What an answer's headers say of the limits; each only where they do. */
export type StatedLimits = Readonly<Partial<Record<Metered, StatedLimit>>>;

const names: readonly (readonly [Metered, string])[] = [
  ['requests', 'requests'],
  ['input', 'input-tokens'],
  ['output', 'output-tokens'],
];

/** Reads the `anthropic-ratelimit-*` headers; a value that is no number, or a limit of zero, counts as absent. */
export function limitsIn(header: (name: string) => string | undefined): StatedLimits {
  const limits: Partial<Record<Metered, StatedLimit>> = {};
  for (const [unit, name] of names) {
    const limit = amount(header(`anthropic-ratelimit-${name}-limit`));
    if (limit === undefined || limit === 0) continue;
    const remaining = amount(header(`anthropic-ratelimit-${name}-remaining`));
    limits[unit] = remaining === undefined ? { limit } : { limit, remaining };
  }
  return limits;
}

function amount(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}
