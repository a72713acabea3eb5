/**
 * What is known of all causes without loading them. The built program has another module in this place, which reads the
 * same from a file; see `scripts/build.ts`.
 */
import type { Cause } from '../core/cause.ts';
import { exactGates, familyGates, loaders, signIndex, signLines } from './candidates.generated.ts';

export { exactGates, familyGates, signIndex };

let lines: readonly string[] | undefined;

/** The signs of a cause, by its number. */
export function signsOf(cause: number): string {
  lines ??= signLines.split('\v');
  return lines[cause] ?? '';
}

/** Loads a cause, by its number. */
export async function loadCause(index: number): Promise<Cause> {
  const load = loaders[index];
  if (!load) throw new Error(`There is no cause ${index}.`);
  return load();
}
