import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';

/** Keys and indices from the root of a schema. */
export type SchemaPath = readonly (string | number)[];

/** A schema inside another one. */
export interface Subschema {
  readonly value: unknown;
  readonly at: SchemaPath;
}

/** Keywords whose members are only there to be referred to. */
export const definitionKeywords: ReadonlySet<string> = new Set(['$defs', 'definitions']);

const mapKeywords = ['properties', '$defs', 'definitions'];
const listKeywords = ['anyOf', 'allOf'];

/** The schemas directly inside a schema, as far as a compiled schema can have them. */
export function subschemas(schema: JsonObject, at: SchemaPath): Subschema[] {
  const found: Subschema[] = [];
  for (const keyword of mapKeywords) {
    const map = schema[keyword];
    if (isObject(map))
      for (const name of Object.keys(map)) found.push({ value: map[name], at: [...at, keyword, name] });
  }
  for (const keyword of listKeywords) {
    const list = schema[keyword];
    if (isArray(list)) list.forEach((value, index) => found.push({ value, at: [...at, keyword, index] }));
  }
  if (schema.items !== undefined) found.push({ value: schema.items, at: [...at, 'items'] });
  return found;
}
