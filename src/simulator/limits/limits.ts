/** Rate limits of one model class, in units a minute; what is left out is not limited. */
export interface Limits {
  readonly requests?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Requests at the same time. */
  readonly concurrency?: number;
  /** How many more input tokens a minute may bring than the one before. */
  readonly acceleration?: number;
  /** US dollars until the monthly cap of the tier. */
  readonly spend?: number;
}

/** The tiers of the rate limits page (2026-08-22), for the current models. */
export const tiers = {
  start: { requests: 1000, inputTokens: 2_000_000, outputTokens: 400_000, spend: 500 },
  build: { requests: 5000, inputTokens: 5_000_000, outputTokens: 1_000_000, spend: 1000 },
  scale: { requests: 10_000, inputTokens: 10_000_000, outputTokens: 2_000_000, spend: 200_000 },
} as const satisfies Readonly<Record<string, Limits>>;

/** What the headers of an account without limits show. */
export const shownLimits: Limits = tiers.scale;

const names: Readonly<Record<string, keyof Limits>> = {
  requests: 'requests',
  input: 'inputTokens',
  output: 'outputTokens',
  concurrency: 'concurrency',
  acceleration: 'acceleration',
  spend: 'spend',
};

const expected = [...Object.keys(tiers), ...Object.keys(names).map((name) => `${name}=NUMBER`)].join(', ');

/** Reads limits as the command line has them: a tier, `NAME=NUMBER` with commas between, or a tier and then changes. */
export function parseLimits(text: string): { readonly limits: Limits } | { readonly problem: string } {
  const limits: Partial<Record<keyof Limits, number>> = {};
  for (const part of text.split(',').map((piece) => piece.trim())) {
    const tier = Object.entries(tiers).find(([name]) => name === part)?.[1];
    const [, name = '', digits = ''] = /^([a-z]+)=(\d+(?:\.\d+)?)$/.exec(part) ?? [];
    const member = names[name];
    if (tier) Object.assign(limits, tier);
    else if (member) limits[member] = Number(digits);
    else return { problem: `${part} is no limit; expected ${expected}` };
  }
  return { limits };
}
