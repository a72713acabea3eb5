import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { resolveReference } from './json-pointer.ts';

/** The first thing in a schema that the grammar compiler of strict tools and structured outputs does not take. */
export type StrictFault =
  /** An object that does not forbid further properties. */
  | { readonly kind: 'open-object'; readonly at: SchemaPath; readonly given: 'nothing' | 'true' | 'object' }
  /** Keywords that the compiler does not know for that type. */
  | { readonly kind: 'keywords'; readonly at: SchemaPath; readonly type: string; readonly keywords: readonly string[] }
  | { readonly kind: 'min-items'; readonly at: SchemaPath; readonly given: number }
  | { readonly kind: 'combinator'; readonly at: SchemaPath; readonly keyword: string }
  | { readonly kind: 'no-type'; readonly at: SchemaPath; readonly schema: JsonObject }
  | { readonly kind: 'empty-enum'; readonly at: SchemaPath }
  | { readonly kind: 'enum-value'; readonly at: SchemaPath }
  /** Definitions that refer to each other, the first one again at the end. */
  | { readonly kind: 'circular'; readonly at: SchemaPath; readonly names: readonly string[] }
  | { readonly kind: 'reference'; readonly at: SchemaPath; readonly reference: string; readonly isExternal: boolean }
  | { readonly kind: 'regex'; readonly at: SchemaPath; readonly feature: string; readonly pattern: string };

/** Keys and indices from the root of a schema. */
export type SchemaPath = readonly (string | number)[];

/** What a schema adds to the limits that hold over all strict schemas of a request. */
export interface StrictCounts {
  /** Properties that `required` does not name. */
  readonly optional: number;
  /** Properties with a list of types or with `anyOf`. */
  readonly unions: number;
}

/** Keywords that the compiler refuses, by the type that they restrict. Pydantic and Zod write most of them. */
const refusedKeywords: Readonly<Record<string, readonly string[]>> = {
  integer: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  number: ['exclusiveMaximum', 'exclusiveMinimum', 'maximum', 'minimum', 'multipleOf'],
  string: ['maxLength', 'minLength'],
  array: ['contains', 'maxContains', 'maxItems', 'minContains', 'prefixItems', 'unevaluatedItems', 'uniqueItems'],
  object: ['maxProperties', 'minProperties', 'patternProperties', 'propertyNames', 'unevaluatedProperties'],
};
const refusedCombinators = ['oneOf', 'not', 'if'];
/** Members that give a schema a meaning without `type`. */
const typeless = ['$ref', 'anyOf', 'allOf', 'enum', 'const'];
const definitionKeys = new Set(['$defs', 'definitions']);

interface Pending {
  readonly value: unknown;
  readonly at: SchemaPath;
}

/** Finds the first fault of a schema that is to be compiled into a grammar. It must meet the meta-schema already. */
export function findStrictFault(root: JsonObject): StrictFault | undefined {
  const pending: Pending[] = [{ value: root, at: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, at } = next;
    if (!isObject(value)) continue;
    const fault = faultOf(value, at, root);
    if (fault) return fault;
    // Pushed in reverse, so that faults are found in the order of the text.
    pending.push(...subschemas(value, at).reverse());
  }
  return findCircle(root);
}

/** Counts what a schema adds to the limits on optional and union-typed parameters. */
export function countStrict(root: JsonObject): StrictCounts {
  let optional = 0;
  let unions = 0;
  const pending: Pending[] = [{ value: root, at: [] }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value } = next;
    if (!isObject(value)) continue;
    if (isObject(value.properties)) {
      const required = new Set(isArray(value.required) ? value.required : []);
      for (const [name, property] of Object.entries(value.properties)) {
        if (!required.has(name)) optional++;
        if (isObject(property) && isUnion(property)) unions++;
      }
    }
    pending.push(...subschemas(value, []));
  }
  return { optional, unions };
}

function isUnion(schema: JsonObject): boolean {
  return (isArray(schema.type) && schema.type.length > 1) || isArray(schema.anyOf);
}

function faultOf(schema: JsonObject, at: SchemaPath, root: JsonObject): StrictFault | undefined {
  const combinator = refusedCombinators.find((keyword) => schema[keyword] !== undefined);
  if (combinator) return { kind: 'combinator', at, keyword: combinator };
  if (typeof schema.$ref === 'string') return faultOfReference(schema.$ref, at, root);
  if (schema.type === undefined && !typeless.some((keyword) => schema[keyword] !== undefined)) {
    return { kind: 'no-type', at, schema };
  }
  for (const type of isArray(schema.type) ? schema.type : [schema.type]) {
    const fault = typeof type === 'string' ? faultOfType(schema, at, type) : undefined;
    if (fault) return fault;
  }
  return isArray(schema.enum) ? faultOfEnum(schema.enum, at) : undefined;
}

function faultOfType(schema: JsonObject, at: SchemaPath, type: string): StrictFault | undefined {
  if (type === 'object') {
    const open = schema.additionalProperties;
    if (open !== false) {
      const given = open === undefined ? 'nothing' : open === true ? 'true' : 'object';
      return { kind: 'open-object', at, given };
    }
    const isBooleanProperty =
      isObject(schema.properties) && Object.values(schema.properties).some((property) => typeof property === 'boolean');
    if (isBooleanProperty) return { kind: 'keywords', at, type, keywords: ['properties'] };
  }
  const keywords = (refusedKeywords[type] ?? []).filter((keyword) => schema[keyword] !== undefined);
  if (keywords.length > 0) return { kind: 'keywords', at, type, keywords };
  if (type === 'array' && typeof schema.minItems === 'number' && schema.minItems > 1) {
    return { kind: 'min-items', at, given: schema.minItems };
  }
  if (type === 'string' && typeof schema.pattern === 'string') {
    const feature = refusedRegexFeature(schema.pattern);
    if (feature) return { kind: 'regex', at: [...at, 'pattern'], feature, pattern: schema.pattern };
  }
  return undefined;
}

function faultOfEnum(values: readonly unknown[], at: SchemaPath): StrictFault | undefined {
  if (values.length === 0) return { kind: 'empty-enum', at: [...at, 'enum'] };
  const index = values.findIndex((value) => typeof value === 'object' && value !== null);
  return index < 0 ? undefined : { kind: 'enum-value', at: [...at, 'enum', index] };
}

function faultOfReference(reference: string, at: SchemaPath, root: JsonObject): StrictFault | undefined {
  if (!reference.startsWith('#')) return { kind: 'reference', at: [...at, '$ref'], reference, isExternal: true };
  return resolveReference(reference, root) === undefined
    ? { kind: 'reference', at: [...at, '$ref'], reference, isExternal: false }
    : undefined;
}

/** Lookaround, backreferences and word boundaries; what stands in a character class means none of them. */
function refusedRegexFeature(pattern: string): string | undefined {
  let inClass = false;
  for (let index = 0; index < pattern.length; index++) {
    const character = pattern[index];
    if (character === '\\') {
      const escaped = pattern[index + 1] ?? '';
      index++;
      if (inClass) continue;
      if (escaped === 'b' || escaped === 'B') return `word boundary \\${escaped}`;
      if ((escaped >= '1' && escaped <= '9') || escaped === 'k') return `backreference \\${escaped}`;
    } else if (character === '[') inClass = true;
    else if (character === ']') inClass = false;
    else if (!inClass && character === '(' && /^\(\?(?:[=!]|<[=!])/.test(pattern.slice(index, index + 4))) {
      return pattern[index + 2] === '<' ? 'lookbehind' : 'lookahead';
    }
  }
  return undefined;
}

/** Follows references from definition to definition until one comes round again. */
function findCircle(root: JsonObject): StrictFault | undefined {
  const targets = new Map<string, readonly string[]>();
  const edges = (reference: string): readonly string[] => {
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
      const target = edges(top.reference)[top.next++];
      if (target === undefined) {
        done.add(top.reference);
        onPath.delete(top.reference);
        path.pop();
      } else if (onPath.has(target)) {
        const from = path.findIndex((step) => step.reference === target);
        const names = [...path.slice(from).map((step) => step.reference), target].map(definitionName);
        return { kind: 'circular', at: pathOf(target), names };
      } else if (!done.has(target)) {
        path.push({ reference: target, next: 0 });
        onPath.add(target);
      }
    }
  }
  return undefined;
}

/** All references in a schema, without following any. */
function referencesIn(schema: unknown): readonly string[] {
  const found: string[] = [];
  const pending: unknown[] = [schema];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!isObject(value)) continue;
    if (typeof value.$ref === 'string') found.push(value.$ref);
    for (const { value: inner, at } of subschemas(value, [])) {
      if (!definitionKeys.has(String(at[0]))) pending.push(inner);
    }
  }
  return found;
}

function definitionName(reference: string): string {
  return reference.split('/').at(-1) ?? reference;
}

function pathOf(reference: string): SchemaPath {
  return reference.split('/').slice(1);
}

const mapKeywords = ['properties', '$defs', 'definitions'];
const listKeywords = ['anyOf', 'allOf'];

function subschemas(schema: JsonObject, at: SchemaPath): Pending[] {
  const found: Pending[] = [];
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
