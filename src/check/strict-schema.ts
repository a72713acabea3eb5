import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { BodyPath } from '../core/problem.ts';
import { acceptedFormats, refusedBesideAnyOf, refusedKeywords, standardFormats } from '../facts/strict-schemas.ts';
import { resolveReference } from './json-pointer.ts';
import { findCircle } from './strict-circle.ts';
import { refusedRegexFeature } from './strict-regex.ts';
import { pathOf } from './steps.ts';
import type { Placed } from './steps.ts';
import { subschemas } from './subschemas.ts';

/** What in a schema the grammar compiler of strict tools and structured outputs does not take. */
export type StrictFault = { readonly at: BodyPath } & (
  | { readonly kind: 'open-object'; readonly given: 'nothing' | 'true' | 'object' }
  | { readonly kind: 'keywords'; readonly type: string; readonly keywords: readonly string[] }
  /** Documented as ignored or refused, and seen both ways. */
  | { readonly kind: 'string-length'; readonly keywords: readonly string[] }
  | { readonly kind: 'beside-any-of'; readonly keywords: readonly string[] }
  | { readonly kind: 'combinator'; readonly keyword: string }
  | { readonly kind: 'not' }
  | { readonly kind: 'min-items'; readonly given: number }
  | { readonly kind: 'tuple' }
  | { readonly kind: 'no-type'; readonly schema: JsonObject }
  | { readonly kind: 'empty-enum' }
  | { readonly kind: 'enum-type'; readonly value: unknown; readonly type: unknown }
  | { readonly kind: 'enum-object' }
  | { readonly kind: 'format'; readonly format: string; readonly isStandard: boolean }
  /** References, the first one again at the end. */
  | { readonly kind: 'circular'; readonly references: readonly string[] }
  | { readonly kind: 'reference'; readonly reference: string }
  | { readonly kind: 'external-reference'; readonly reference: string }
  | { readonly kind: 'regex'; readonly feature: string }
);

/** What a schema adds to the limits that hold over all strict schemas of a request. */
export interface StrictCounts {
  /** Properties that `required` does not name. */
  readonly optional: number;
  /** Properties with a list of types or with `anyOf`. */
  readonly unions: number;
}

/** Members that give a schema a meaning without `type`. */
const typeless = ['$ref', 'anyOf', 'allOf', 'enum', 'const'];

/** Finds the first fault of a schema that is to be compiled into a grammar, in the order of the text. */
export function findStrictFault(root: JsonObject): StrictFault | undefined {
  const pending: Placed[] = [{ value: root, step: undefined }];
  let mild: StrictFault | undefined;
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, step } = next;
    if (!isObject(value)) continue;
    const fault = faultOf(value, root);
    if (fault) {
      const placed = { ...fault, at: pathOf(step, ...fault.at) };
      if (!isMild(fault)) return placed;
      mild ??= placed;
    }
    pending.push(...subschemas(value, step).reverse());
  }
  const circle = findCircle(root);
  if (circle) return { kind: 'circular', at: circle[0]?.split('/').slice(1) ?? [], references: circle };
  return mild;
}

/** Whether a fault may pass, so that a later one is the one to tell. */
export function isMild(fault: StrictFault): boolean {
  return (
    fault.kind === 'string-length' ||
    fault.kind === 'enum-object' ||
    fault.kind === 'external-reference' ||
    (fault.kind === 'format' && fault.isStandard)
  );
}

/** The objects of a schema that say nothing of further properties. */
export function openObjects(root: JsonObject): readonly BodyPath[] {
  const found: BodyPath[] = [];
  const pending: Placed[] = [{ value: root, step: undefined }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { value, step } = next;
    if (!isObject(value)) continue;
    if (value.type === 'object' && value.additionalProperties === undefined) found.push(pathOf(step));
    pending.push(...subschemas(value, step));
  }
  return found;
}

/** Counts what a schema adds to the limits on optional and union-typed parameters. */
export function countStrict(root: JsonObject): StrictCounts {
  let optional = 0;
  let unions = 0;
  const pending: unknown[] = [root];
  for (let value = pending.pop(); value !== undefined; value = pending.pop()) {
    if (!isObject(value)) continue;
    if (isObject(value.properties)) {
      const required = new Set(isArray(value.required) ? value.required : []);
      for (const [name, property] of Object.entries(value.properties)) {
        if (!required.has(name)) optional++;
        if (isObject(property) && isUnion(property)) unions++;
      }
    }
    for (const inner of subschemas(value, undefined)) pending.push(inner.value);
  }
  return { optional, unions };
}

function isUnion(schema: JsonObject): boolean {
  return (isArray(schema.type) && schema.type.length > 1) || isArray(schema.anyOf);
}

/** The fault of one schema without those inside it, placed from that schema on. */
function faultOf(schema: JsonObject, root: JsonObject): StrictFault | undefined {
  if (schema.oneOf !== undefined) return { kind: 'combinator', at: [], keyword: 'oneOf' };
  if (schema.not !== undefined) return { kind: 'not', at: [] };
  if (typeof schema.$ref === 'string') return faultOfReference(schema.$ref, root);
  if (schema.anyOf !== undefined) {
    const keywords = refusedBesideAnyOf.filter((keyword) => schema[keyword] !== undefined);
    return keywords.length > 0 ? { kind: 'beside-any-of', at: [], keywords } : undefined;
  }
  if (schema.type === undefined && !typeless.some((keyword) => schema[keyword] !== undefined)) {
    return { kind: 'no-type', at: [], schema };
  }
  for (const type of isArray(schema.type) ? schema.type : [schema.type]) {
    const fault = typeof type === 'string' ? faultOfType(schema, type) : undefined;
    if (fault) return fault;
  }
  return isArray(schema.enum) ? faultOfEnum(schema.enum, schema.type) : undefined;
}

function faultOfType(schema: JsonObject, type: string): StrictFault | undefined {
  const keywords = (refusedKeywords[type] ?? []).filter((keyword) => schema[keyword] !== undefined);
  switch (type) {
    case 'object': {
      const open = schema.additionalProperties;
      if (open === undefined) return { kind: 'open-object', at: [], given: 'nothing' };
      if (open !== false) return { kind: 'open-object', at: [], given: open === true ? 'true' : 'object' };
      const { properties } = schema;
      if (isObject(properties) && Object.values(properties).some((property) => typeof property === 'boolean')) {
        return { kind: 'keywords', at: [], type, keywords: ['properties'] };
      }
      break;
    }
    case 'array':
      if (isArray(schema.items)) return { kind: 'tuple', at: ['items'] };
      if (keywords.length === 0 && typeof schema.minItems === 'number' && schema.minItems > 1) {
        return { kind: 'min-items', at: ['minItems'], given: schema.minItems };
      }
      break;
    case 'string':
      return faultOfString(schema);
    default:
  }
  return keywords.length > 0 ? { kind: 'keywords', at: [], type, keywords } : undefined;
}

function faultOfString(schema: JsonObject): StrictFault | undefined {
  const { format, pattern } = schema;
  if (typeof format === 'string' && !acceptedFormats.has(format)) {
    return { kind: 'format', at: ['format'], format, isStandard: standardFormats.has(format) };
  }
  const feature = typeof pattern === 'string' ? refusedRegexFeature(pattern) : undefined;
  if (feature !== undefined) return { kind: 'regex', at: ['pattern'], feature };
  const keywords = ['maxLength', 'minLength'].filter((keyword) => schema[keyword] !== undefined);
  return keywords.length > 0 ? { kind: 'string-length', at: [], keywords } : undefined;
}

function faultOfEnum(values: readonly unknown[], type: unknown): StrictFault | undefined {
  if (values.length === 0) return { kind: 'empty-enum', at: ['enum'] };
  if (isArray(type) && type.length > 1) return { kind: 'enum-type', at: ['enum'], value: values[0], type };
  const index = values.findIndex((value) => typeof value === 'object' && value !== null);
  if (index >= 0) return { kind: 'enum-object', at: ['enum', index] };
  const odd = type === 'string' ? values.findIndex((value) => typeof value !== 'string') : -1;
  return odd < 0 ? undefined : { kind: 'enum-type', at: ['enum', odd], value: values[odd], type };
}

function faultOfReference(reference: string, root: JsonObject): StrictFault | undefined {
  const place = ['$ref'];
  if (!reference.startsWith('#')) return { kind: 'external-reference', at: place, reference };
  return resolveReference(reference, root) === undefined ? { kind: 'reference', at: place, reference } : undefined;
}
