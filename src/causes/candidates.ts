import type { Cause } from '../core/cause.ts';
import type { Evidence } from '../core/evidence.ts';
import { isArray, isObject } from '../core/json.ts';
import { alwaysCandidates, exactGates, fragmentLines, loaders } from './candidates.generated.ts';
import { exactMembers, exactValues } from './gates.ts';

/**
 * Loads the causes of which a sign can hold for this evidence; the others would all be ruled out. So one error costs
 * the loading of a few causes, not of all.
 */
export async function loadCandidates(evidence: Evidence): Promise<readonly Cause[]> {
  const found = new Set(alwaysCandidates);
  const squeezed = evidence.reading?.squeezed ?? '';
  for (const [index, line] of fragmentLines.split('\n').entries()) {
    if (line !== '' && line.split('\t').some((fragment) => squeezed.includes(fragment))) found.add(index);
  }
  const gates: unknown = JSON.parse(exactGates);
  const values = exactValues(evidence);
  for (const kind of exactMembers) {
    const lists = isObject(gates) ? gates[kind] : undefined;
    for (const value of values[kind]) {
      const list = isObject(lists) && Object.hasOwn(lists, value) ? lists[value] : undefined;
      if (isArray(list)) for (const index of list) if (typeof index === 'number') found.add(index);
    }
  }
  const chosen = [...found].toSorted((a, b) => a - b).flatMap((index) => loaders[index] ?? []);
  return Promise.all(chosen.map((load) => load()));
}
