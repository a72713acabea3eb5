import { isArray, isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import type { BodyPath } from '../core/problem.ts';
import { resolveReference } from './json-pointer.ts';

/** The first place where a value does not fit its schema. */
export interface ValueFault {
  /** Keys and indices from the root of the value. */
  readonly at: BodyPath;
  /** What the schema asks for there, as the end of a sentence that begins with the place. */
  readonly expected: string;
}

/** Schemas refer to themselves, and values nest: deeper than this nothing is judged. */
const deepest = 200;
/** Alternatives that refer back to themselves multiply; after so many steps the rest is taken to fit. */
const mostSteps = 20_000;

interface Context {
  readonly root: unknown;
  stepsLeft: number;
}

/**
 * Finds where a value does not fit a JSON Schema, by the keywords that tools use: types, enumerations, properties,
 * items, bounds and combinations. Formats and patterns are not judged, and neither is what a reference out of the
 * schema says.
 */
export function findValueFault(schema: unknown, value: unknown): ValueFault | undefined {
  return faultOf(schema, value, [], { root: schema, stepsLeft: mostSteps }, 0);
}

function faultOf(
  schema: unknown,
  value: unknown,
  at: BodyPath,
  context: Context,
  depth: number,
): ValueFault | undefined {
  if (schema === false) return { at, expected: 'must not be there' };
  if (!isObject(schema) || depth > deepest || context.stepsLeft-- <= 0) return undefined;
  if (typeof schema.$ref === 'string')
    return faultOf(resolveReference(schema.$ref, context.root), value, at, context, depth + 1);
  return (
    faultOfType(schema, value, at) ??
    faultOfChoice(schema, value, at) ??
    faultOfBounds(schema, value, at) ??
    (isObject(value) ? faultOfMembers(schema, value, at, context, depth) : undefined) ??
    (isArray(value) ? faultOfItems(schema, value, at, context, depth) : undefined) ??
    faultOfCombination(schema, value, at, context, depth)
  );
}

function faultOfType(schema: JsonObject, value: unknown, at: BodyPath): ValueFault | undefined {
  const types = (isArray(schema.type) ? schema.type : [schema.type]).filter((type) => typeof type === 'string');
  if (types.length === 0 || types.some((type) => isOfType(value, type))) return undefined;
  return { at, expected: `must be of type ${types.join(' or ')}, not ${typeOf(value)}` };
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'integer') return typeof value === 'number' && Number.isInteger(value);
  return typeOf(value) === type;
}

function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (isArray(value)) return 'array';
  return typeof value;
}

function faultOfChoice(schema: JsonObject, value: unknown, at: BodyPath): ValueFault | undefined {
  const choices = isArray(schema.enum) ? schema.enum : schema.const === undefined ? undefined : [schema.const];
  if (!choices) return undefined;
  const written = JSON.stringify(value);
  if (choices.some((choice) => choice === value || JSON.stringify(choice) === written)) return undefined;
  return {
    at,
    expected: `must be ${choices
      .slice(0, 8)
      .map((choice) => JSON.stringify(choice))
      .join(' or ')}`,
  };
}

function faultOfBounds(schema: JsonObject, value: unknown, at: BodyPath): ValueFault | undefined {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = schema;
  if (typeof value === 'number') {
    if (typeof minimum === 'number' && value < minimum) return { at, expected: `must be at least ${minimum}` };
    if (typeof maximum === 'number' && value > maximum) return { at, expected: `must be at most ${maximum}` };
  }
  const length = typeof value === 'string' || isArray(value) ? value.length : undefined;
  if (length === undefined) return undefined;
  const [least, most, unit] =
    typeof value === 'string' ? [minLength, maxLength, 'characters'] : [minItems, maxItems, 'items'];
  if (typeof least === 'number' && length < least) return { at, expected: `must have at least ${least} ${unit}` };
  if (typeof most === 'number' && length > most) return { at, expected: `must have at most ${most} ${unit}` };
  return undefined;
}

function faultOfMembers(
  schema: JsonObject,
  value: JsonObject,
  at: BodyPath,
  context: Context,
  depth: number,
): ValueFault | undefined {
  const missing = isArray(schema.required)
    ? schema.required.find((name) => typeof name === 'string' && !Object.hasOwn(value, name))
    : undefined;
  if (typeof missing === 'string') return { at, expected: `must have \`${missing}\`` };
  const properties = isObject(schema.properties) ? schema.properties : {};
  for (const [name, member] of Object.entries(value)) {
    const isKnown = Object.hasOwn(properties, name);
    // Patterns may allow what `properties` does not name.
    if (!isKnown && schema.patternProperties !== undefined) continue;
    const rule = isKnown ? properties[name] : schema.additionalProperties;
    const fault = faultOf(rule, member, [...at, name], context, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfItems(
  schema: JsonObject,
  value: readonly unknown[],
  at: BodyPath,
  context: Context,
  depth: number,
): ValueFault | undefined {
  const leading = isArray(schema.prefixItems) ? schema.prefixItems : [];
  for (const [index, item] of value.entries()) {
    const fault = faultOf(leading[index] ?? schema.items, item, [...at, index], context, depth + 1);
    if (fault) return fault;
  }
  return undefined;
}

function faultOfCombination(
  schema: JsonObject,
  value: unknown,
  at: BodyPath,
  context: Context,
  depth: number,
): ValueFault | undefined {
  for (const part of isArray(schema.allOf) ? schema.allOf : []) {
    const fault = faultOf(part, value, at, context, depth + 1);
    if (fault) return fault;
  }
  for (const choices of [schema.anyOf, schema.oneOf]) {
    if (!isArray(choices) || choices.length === 0) continue;
    const faults = choices.map((choice) => faultOf(choice, value, at, context, depth + 1));
    if (faults.includes(undefined)) continue;
    const closest = faults.reduce((best, fault) => ((fault?.at.length ?? 0) > (best?.at.length ?? 0) ? fault : best));
    return choices.length === 1 ? closest : { at, expected: 'must fit one of the alternatives of the schema' };
  }
  return undefined;
}
