import type { Model } from '../core/model.ts';

/** Which models take a tool type, by the days on which models were launched. */
interface TakenBy {
  readonly types: RegExp;
  /** Models that were launched earlier refuse it. */
  readonly launchedFrom?: string;
  /** Models that were launched on this day or later refuse it. */
  readonly launchedBefore?: string;
  readonly seen: string;
}

const takenBy: readonly TakenBy[] = [
  {
    types: /^(?:computer|bash|text_editor)_20241022$/,
    launchedBefore: '2026-04-16',
    seen: 'refusal by Opus 4.7 documented, by Opus 5 quoted; where the models end that take it is not known',
  },
  {
    types: /^computer_20250124$/,
    launchedBefore: '2026-02-17',
    seen: 'refusals by Sonnet 4.6 and Fable 5 quoted; the reports on Opus 4.6 differ',
  },
  {
    types: /^computer_20251124$/,
    launchedFrom: '2025-11-24',
    seen: 'documented as the wrong pairing for older models',
  },
  {
    types: /^(?:computer|browser)_toolset_20260801$/,
    launchedFrom: '2026-05-28',
    seen: 'refusal by Haiku 4.5 quoted (2026-09); documented for Opus 4.8 and later',
  },
  { types: /^web_search_\d+$/, launchedFrom: '2024-06-01', seen: 'refusals by Claude 3 Haiku quoted' },
];

/** Whether a model is known to refuse a tool type. */
export function refusesToolType({ launchedOn }: Model, type: string): boolean {
  if (launchedOn === undefined) return false;
  return takenBy.some(
    ({ types, launchedFrom, launchedBefore }) =>
      types.test(type) &&
      ((launchedFrom !== undefined && launchedOn < launchedFrom) ||
        (launchedBefore !== undefined && launchedOn >= launchedBefore)),
  );
}
