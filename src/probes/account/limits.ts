import type { Note } from '../../core/probe.ts';

/** A budget per minute, as the headers of an answer tell it. */
export interface LimitState {
  /** `requests`, `input tokens`, ... */
  readonly unit: string;
  readonly limit: number;
  readonly remaining: number;
  readonly reset?: string;
}

/** The budgets that an answer tells of, the scarcest first. */
export function limitsIn(headers: Readonly<Record<string, string>>): readonly LimitState[] {
  return Object.keys(headers)
    .flatMap((name): readonly LimitState[] => {
      const [, kind, unit] = /^anthropic-(ratelimit|priority|fast)-([a-z-]+)-limit$/.exec(name) ?? [];
      if (kind === undefined || unit === undefined) return [];
      const limit = Number(headers[name]);
      const remaining = Number(headers[`anthropic-${kind}-${unit}-remaining`]);
      if (!Number.isFinite(limit) || !Number.isFinite(remaining)) return [];
      const reset = headers[`anthropic-${kind}-${unit}-reset`];
      const prefix = kind === 'ratelimit' ? '' : `${kind} `;
      return [
        { unit: `${prefix}${unit.replaceAll('-', ' ')}`, limit, remaining, ...(reset === undefined ? {} : { reset }) },
      ];
    })
    .toSorted((a, b) => shareLeft(a) - shareLeft(b));
}

function shareLeft({ limit, remaining }: LimitState): number {
  return limit === 0 ? 0 : remaining / limit;
}

/** A line on the limits: which binds first, and what is left of each. */
export function limitNotes(headers: Readonly<Record<string, string>>): readonly Note[] {
  const limits = limitsIn(headers);
  const [scarcest] = limits;
  if (!scarcest) return [];
  const each = limits.map(({ unit, limit, remaining }) => `${unit} ${grouped(remaining)} of ${grouped(limit)}`);
  const reset = scarcest.reset === undefined ? '' : `, full again at ${scarcest.reset}`;
  const share = Math.round(shareLeft(scarcest) * 100);
  return [
    { text: `Left this minute: ${each.join(', ')}. ${capital(scarcest.unit)} bind first (${share} % left${reset}).` },
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function grouped(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ',');
}
