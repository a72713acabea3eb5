import { ceilingNow } from './ceiling.ts';
import { lastMinute } from './ledger.ts';
import type { RampState } from './state.ts';

/** A limit and what is used of it. */
export interface Usage {
  readonly name: string;
  readonly used: number;
  readonly limit: number;
  /** Learned from a refusal, and not stated. */
  readonly isLearned: boolean;
}

const limitNames = { requests: 'requests', input: 'input tokens', output: 'output tokens' } as const;

/** The usage of every limit that is known, over all lanes. */
export function usageOf({ lanes }: RampState, now: number): readonly Usage[] {
  return [...lanes].flatMap(([model, lane]) => {
    const behind = lanes.size > 1 && model !== '' ? ` of ${model}` : '';
    const metered = (['requests', 'input', 'output'] as const).flatMap((unit) => {
      const ceiling = lane.ceilings[unit];
      if (!ceiling) return [];
      const used = lastMinute(lane.ledger, unit, now);
      return [
        {
          name: `${limitNames[unit]} a minute${behind}`,
          used,
          limit: ceilingNow(ceiling, now),
          isLearned: ceiling.isLearned,
        },
      ];
    });
    const { concurrency } = lane.ceilings;
    return concurrency
      ? [
          ...metered,
          {
            name: `calls at once${behind}`,
            used: lane.inFlight,
            limit: Math.floor(ceilingNow(concurrency, now)),
            isLearned: true,
          },
        ]
      : metered;
  });
}

/** The same as shares of the limits. */
export function shareOfUse(
  state: RampState,
  now: number,
): readonly { readonly name: string; readonly share: number }[] {
  return usageOf(state, now).map(({ name, used, limit }) => ({ name, share: used / limit }));
}
