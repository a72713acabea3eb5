import { isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { resolveReference } from './json-pointer.ts';
import { definitionKeywords, subschemas } from './subschemas.ts';

/** Follows references from definition to definition; the references of a circle, the first one again at the end. */
export function findCircle(root: JsonObject): readonly string[] | undefined {
  const targets = new Map<string, readonly string[]>();
  const referencesOf = (reference: string): readonly string[] => {
    const known = targets.get(reference);
    if (known) return known;
    const found = referencesIn(resolveReference(reference, root));
    targets.set(reference, found);
    return found;
  };
  const done = new Set<string>();
  for (const start of referencesIn(root)) {
    if (done.has(start)) continue;
    const path: { readonly reference: string; next: number }[] = [{ reference: start, next: 0 }];
    const onPath = new Set([start]);
    for (let top = path.at(-1); top; top = path.at(-1)) {
      const target = referencesOf(top.reference)[top.next++];
      if (target === undefined) {
        done.add(top.reference);
        onPath.delete(top.reference);
        path.pop();
      } else if (onPath.has(target)) {
        const from = path.findIndex((step) => step.reference === target);
        return [...path.slice(from).map((step) => step.reference), target];
      } else if (!done.has(target)) {
        path.push({ reference: target, next: 0 });
        onPath.add(target);
      }
    }
  }
  return undefined;
}

/** All references in a schema and in what it describes, without following any and without its definitions. */
function referencesIn(schema: unknown): readonly string[] {
  const found: string[] = [];
  const pending: unknown[] = [schema];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!isObject(value)) continue;
    if (typeof value.$ref === 'string') found.push(value.$ref);
    for (const { value: inner, step } of subschemas(value, undefined)) {
      if (!definitionKeywords.has(String(step?.before?.key))) pending.push(inner);
    }
  }
  return found;
}
