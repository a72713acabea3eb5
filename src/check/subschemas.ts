import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';

/** Keys and indices from the root of a schema. */
export type SchemaPath = readonly (string | number)[];

/** A place as a chain back to the root, so that a deep walk copies no paths. */
export interface Step {
  readonly key: string | number;
  readonly before: Step | undefined;
}

/** A schema inside another one. */
export interface Subschema {
  readonly value: unknown;
  /** Absent for the root. */
  readonly step: Step | undefined;
}

/** Keywords whose members are only there to be referred to. */
export const definitionKeywords: ReadonlySet<string> = new Set(['$defs', 'definitions']);

const mapKeywords = ['properties', '$defs', 'definitions'];
const listKeywords = ['anyOf', 'allOf'];

/** The path of a step from the root, and further keys behind it. */
export function pathOf(step: Step | undefined, ...further: SchemaPath): SchemaPath {
  const path: (string | number)[] = [];
  for (let current = step; current; current = current.before) path.push(current.key);
  return [...path.reverse(), ...further];
}

/** The schemas directly inside a schema, as far as a compiled schema can have them. */
export function subschemas(schema: JsonObject, before: Step | undefined): Subschema[] {
  const found: Subschema[] = [];
  for (const keyword of mapKeywords) {
    const map = schema[keyword];
    if (!isObject(map)) continue;
    const holder = { key: keyword, before };
    for (const name of Object.keys(map)) found.push({ value: map[name], step: { key: name, before: holder } });
  }
  for (const keyword of listKeywords) {
    const list = schema[keyword];
    if (!isArray(list)) continue;
    const holder = { key: keyword, before };
    list.forEach((value, index) => found.push({ value, step: { key: index, before: holder } }));
  }
  if (schema.items !== undefined) found.push({ value: schema.items, step: { key: 'items', before } });
  return found;
}
