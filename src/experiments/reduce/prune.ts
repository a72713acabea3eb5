import { shapeOf, type Shape, type Type } from '../../check/structure/table.ts';
import { isArray, isObject, type JsonObject } from '../../core/json.ts';
import type { BodyPath } from '../../core/problem.ts';
import { operationOf } from '../../facts/endpoints.ts';
import { requestShapes } from '../../facts/structure.generated.ts';
import type { RequestTree } from './tree.ts';

/**
 * What is left of an object when only its required members stay, and the way to a place in it; what stands at that
 * place stays whole. The tables of the structure say what is required.
 */
export function pruned(object: JsonObject, shapeName: string, at?: BodyPath): JsonObject {
  return prunedObject(object, shapeOf(shapeName), at);
}

function prunedObject(object: JsonObject, shape: Shape | undefined, at: BodyPath | undefined): JsonObject {
  if (at?.length === 0) return object;
  const [next, ...rest] = at ?? [];
  const kept = Object.entries(object).filter(
    ([name]) => name === next || tags.has(name) || shape?.members.get(name)?.isRequired === true,
  );
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      prunedValue(value, shape?.members.get(name)?.type, name === next ? rest : undefined),
    ]),
  );
}

/** Members that say what an object is. */
const tags: ReadonlySet<string> = new Set(['type', 'role']);

/** The same for any value; of a list without the place its first item stays. */
export function prunedValue(value: unknown, type: Type | undefined, at?: BodyPath): unknown {
  if (at?.length === 0) return value;
  if (isObject(value)) return prunedObject(value, shapeFor(value, type), at);
  if (!isArray(value)) return value;
  const [next, ...rest] = at ?? [];
  const index = typeof next === 'number' ? next : 0;
  return index < value.length
    ? [prunedValue(value[index], type?.items, typeof next === 'number' ? rest : undefined)]
    : [];
}

function shapeFor(value: JsonObject, type: Type | undefined): Shape | undefined {
  if (type?.shape) return type.shape.get();
  const { union } = type ?? {};
  if (!union) return undefined;
  const tag = value[union.key];
  return union.alternatives.get(typeof tag === 'string' ? tag : (union.fallback ?? ''))?.shape.get();
}

/** Whether the tables of the structure require what stands at a path of a tree; what they do not know is not required. */
export function isRequired(tree: RequestTree, path: BodyPath, endpoint: string): boolean {
  const [part, ...inside] = path;
  const last = inside.at(-1);
  if (part !== 'body' || typeof last !== 'string') return false;
  if (tags.has(last)) return true;
  let shape: Shape | undefined = shapeOf(requestShapes[operationOf(endpoint).kind] ?? '');
  let type: Type | undefined;
  let value: unknown = tree.body;
  for (const step of inside.slice(0, -1)) {
    type = typeof step === 'number' ? type?.items : shape?.members.get(step)?.type;
    value = isObject(value) || isArray(value) ? Reflect.get(value, step) : undefined;
    shape = isObject(value) ? shapeFor(value, type) : undefined;
  }
  return shape?.members.get(last)?.isRequired === true;
}

/** The type of the items of a member that is a list. */
export function itemTypeOf(shapeName: string, member: string): Type | undefined {
  return shapeOf(shapeName).members.get(member)?.type.items;
}
