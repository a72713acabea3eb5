import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { Placed, Step } from './steps.ts';

/** Keywords whose members are only there to be referred to. */
export const definitionKeywords: ReadonlySet<string> = new Set(['$defs', 'definitions']);

const mapKeywords = ['properties', '$defs', 'definitions'];
const listKeywords = ['anyOf', 'allOf'];

/** The schemas directly inside a schema, as far as a compiled schema can have them. */
export function subschemas(schema: JsonObject, before: Step | undefined): Placed[] {
  const found: Placed[] = [];
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
