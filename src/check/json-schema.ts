import { isArray, isObject } from '../core/json.ts';
import type { BodyPath } from '../core/problem.ts';
import { pathOf } from './steps.ts';
import type { Placed, Step } from './steps.ts';

/** The first place where a value breaks the meta-schema of JSON Schema draft 2020-12. */
export interface SchemaFault {
  /** Keys and indices from the root of the schema. */
  readonly at: BodyPath;
  /** What must hold there, as the end of a sentence that begins with the place. */
  readonly expected: string;
}

type KeywordCheck = (value: unknown) => string | undefined;

/** How the values of a keyword hold further schemas. */
type Nesting = 'schema' | 'list' | 'map' | 'map-of-schema-or-names';

const simpleTypes = new Set(['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']);
const text: KeywordCheck = (value) => (typeof value === 'string' ? undefined : 'must be a string');
const flag: KeywordCheck = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const numeric: KeywordCheck = (value) => (typeof value === 'number' ? undefined : 'must be a number');
const count: KeywordCheck = (value) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 ? undefined : 'must be a non-negative integer';
const list: KeywordCheck = (value) => (Array.isArray(value) ? undefined : 'must be an array');
const names: KeywordCheck = (value) => {
  if (!isNameList(value)) return 'must be an array of property names';
  return value.length < 2 || new Set(value).size === value.length ? undefined : 'must not name a property twice';
};

const positive: KeywordCheck = (value) =>
  typeof value === 'number' && value > 0 ? undefined : 'must be a number greater than 0';
const schemas: KeywordCheck = (value) =>
  Array.isArray(value) && value.length > 0 ? undefined : 'must be a non-empty array of schemas';
const members: KeywordCheck = (value) => (isObject(value) ? undefined : `must be an object, not ${kindOf(value)}`);
const namesByName: KeywordCheck = (value) =>
  isObject(value) && Object.values(value).every((entry) => names(entry) === undefined)
    ? undefined
    : 'must map property names to arrays of property names';

/** What the meta-schema says of one keyword: what its value must be, and how the value holds further schemas. */
interface Keyword {
  readonly check?: KeywordCheck;
  readonly holds?: Nesting;
}

const keywords = new Map<string, Keyword>([
  ['type', { check: checkType }],
  ...each('$id $schema $ref $anchor $dynamicRef $dynamicAnchor $comment', { check: text }),
  ...each('title description format pattern contentEncoding contentMediaType', { check: text }),
  ...each('deprecated readOnly writeOnly uniqueItems', { check: flag }),
  ...each('minimum maximum exclusiveMinimum exclusiveMaximum', { check: numeric }),
  ['multipleOf', { check: positive }],
  ...each('minLength maxLength minItems maxItems minContains maxContains', { check: count }),
  ...each('minProperties maxProperties', { check: count }),
  ...each('enum examples', { check: list }),
  ['required', { check: names }],
  ['dependentRequired', { check: namesByName }],
  ...each('items contains additionalProperties propertyNames unevaluatedItems', { holds: 'schema' }),
  ...each('unevaluatedProperties contentSchema if then else not', { holds: 'schema' }),
  ...each('allOf anyOf oneOf prefixItems', { check: schemas, holds: 'list' }),
  ...each('properties patternProperties dependentSchemas $defs definitions', { check: members, holds: 'map' }),
  ['dependencies', { check: members, holds: 'map-of-schema-or-names' }],
]);

function each(list: string, keyword: Keyword): readonly (readonly [string, Keyword])[] {
  return list.split(' ').map((name) => [name, keyword] as const);
}

/**
 * Finds the first fault of a schema against the meta-schema of draft 2020-12. What a meta-schema cannot see is not
 * judged: references that lead nowhere, unknown keywords, formats, regular expressions.
 */
export function findSchemaFault(schema: unknown): SchemaFault | undefined {
  return isSound(schema, 0) ? undefined : firstFault(schema);
}

/** Deeper schemas are looked at without recursion. */
const deepestSound = 64;

/** Whether a schema has no fault, found without keeping places, as nearly all schemas have none. */
function isSound(schema: unknown, depth: number): boolean {
  if (typeof schema === 'boolean') return true;
  if (!isObject(schema) || depth === deepestSound) return false;
  for (const key in schema) {
    const keyword = keywords.get(key);
    if (!keyword) continue;
    const value = schema[key];
    if (keyword.check?.(value) !== undefined) return false;
    if (keyword.holds && !isSoundInside(keyword.holds, value, depth)) return false;
  }
  return true;
}

function isSoundInside(nested: Nesting, member: unknown, depth: number): boolean {
  if (nested === 'schema') return isSound(member, depth + 1);
  if (isArray(member)) return member.every((value) => isSound(value, depth + 1));
  if (!isObject(member)) return true;
  for (const name in member) {
    const value = member[name];
    if (nested === 'map-of-schema-or-names' && isNameList(value)) continue;
    if (!isSound(value, depth + 1)) return false;
  }
  return true;
}

function firstFault(schema: unknown): SchemaFault | undefined {
  const pending: Placed[] = [{ value: schema, step: undefined }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, step } = next;
    if (typeof value === 'boolean') continue;
    if (!isObject(value)) {
      return { at: pathOf(step), expected: `must be a schema (an object or a boolean), not ${kindOf(value)}` };
    }
    for (const key of Object.keys(value)) {
      const keyword = keywords.get(key);
      if (!keyword) continue;
      const expected = keyword.check?.(value[key]);
      if (expected !== undefined) return { at: pathOf(step, key), expected };
      if (keyword.holds) collect(keyword.holds, value[key], { key, before: step }, pending);
    }
  }
  return undefined;
}

/** Adds the schemas that a keyword holds to those that are to be looked at. */
function collect(nested: Nesting, member: unknown, holder: Step, pending: Placed[]): void {
  if (nested === 'schema') {
    pending.push({ value: member, step: holder });
  } else if (isArray(member)) {
    member.forEach((value, index) => pending.push({ value, step: { key: index, before: holder } }));
  } else if (isObject(member)) {
    for (const name of Object.keys(member)) {
      if (nested === 'map-of-schema-or-names' && isNameList(member[name])) continue;
      pending.push({ value: member[name], step: { key: name, before: holder } });
    }
  }
}

function checkType(value: unknown): string | undefined {
  if (typeof value === 'string') return simpleTypes.has(value) ? undefined : unknownType(value);
  if (!Array.isArray(value)) return `must be the name of a type or an array of names, not ${kindOf(value)}`;
  if (value.length === 0) return 'must name at least one type';
  const seen = new Set<unknown>();
  for (const entry of value) {
    if (typeof entry !== 'string' || !simpleTypes.has(entry)) return unknownType(entry);
    if (seen.has(entry)) return `must not name "${entry}" twice`;
    seen.add(entry);
  }
  return undefined;
}

function unknownType(value: unknown): string {
  const lower = typeof value === 'string' ? value.toLowerCase() : '';
  const hint = simpleTypes.has(lower) ? ` (write it in lower case: "${lower}")` : '';
  return `must be one of array, boolean, integer, null, number, object or string, not ${JSON.stringify(value)}${hint}`;
}

function isNameList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'undefined' ? 'nothing' : `a ${typeof value}`;
}
