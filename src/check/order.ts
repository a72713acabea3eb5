import { phases } from '../core/problem.ts';
import type { Phase, Problem } from '../core/problem.ts';

const phaseRank = new Map<Phase, number>(phases.map((phase, rank) => [phase, rank]));

/** The fixed order in which the API judges the fields of a body, whatever their order in it (measured 2026-08-30). */
const fieldOrder = [
  'model',
  'tool_choice',
  'tools',
  'messages',
  'system',
  'thinking',
  'output_config',
  'cache_control',
  'max_tokens',
  'metadata',
  'stop_sequences',
  'temperature',
  'service_tier',
  'top_k',
  'top_p',
  'stream',
  'container',
  'inference_geo',
];
const fieldRank = new Map<string | number, number>(fieldOrder.map((field, rank) => [field, rank]));

/**
 * Sorts problems as the API would report them: errors before warnings, then by phase; in the schema phase by the field
 * and the item. Within a phase the given order stands.
 */
export function inApiOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => {
    if (a.severity !== b.severity) return a.severity === 'error' ? -1 : 1;
    const byPhase = (phaseRank.get(a.phase) ?? 0) - (phaseRank.get(b.phase) ?? 0);
    if (byPhase !== 0 || a.phase !== 'schema') return byPhase;
    return rankOf(a) - rankOf(b) || itemOf(a) - itemOf(b);
  });
}

function rankOf({ at: [field] }: Problem): number {
  return field === undefined ? -1 : (fieldRank.get(field) ?? fieldOrder.length);
}

function itemOf({ at: [, item] }: Problem): number {
  return typeof item === 'number' ? item : -1;
}
