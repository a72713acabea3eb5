import fc from 'fast-check';
import { isArray, isObject } from '../../src/core/json.ts';
import type { JsonObject } from '../../src/core/json.ts';
import type { BodyPath } from '../../src/core/problem.ts';
import type { LazyShape, Member, Shape, Type, Union } from '../../src/check/structure/table.ts';
import type { ValueLimit } from '../../src/facts/value-limits.ts';

/** Any value that a shape accepts. */
export function valueOf(shape: Shape): fc.Arbitrary<JsonObject> {
  const required: Record<string, fc.Arbitrary<unknown>> = {};
  const optional: Record<string, fc.Arbitrary<unknown>> = {};
  for (const member of shape.members.values()) {
    const isOptional = !member.isRequired || member.optionalUnder !== undefined;
    (isOptional ? optional : required)[member.name] = memberValue(member);
  }
  // Few optional members at a time keep a body small; over all runs each of them comes up.
  const names = Object.keys(optional);
  const some = fc.subarray(names, { maxLength: Math.min(3, names.length) });
  return some.chain((chosen) =>
    fc.record({
      ...required,
      ...Object.fromEntries(chosen.map((name) => [name, optional[name] ?? fc.constant(null)])),
    }),
  );
}

const words = fc.constantFrom('a', 'word', 'two words', 'ünïcode', '');

function memberValue({ type, limit }: Member): fc.Arbitrary<unknown> {
  return limit === undefined ? typeValue(type) : fc.oneof(limited(limit), ...(type.isNull ? [fc.constant(null)] : []));
}

function limited(limit: ValueLimit): fc.Arbitrary<unknown> {
  switch (limit.kind) {
    case 'range':
      return fc.double({ min: limit.low, max: limit.high, noNaN: true });
    case 'at-least':
      return fc.integer({ min: limit.least, max: limit.least + 10_000 });
    case 'pattern':
      return fc.constantFrom('srvtoolu_1', 'srvtoolu_2');
    case 'one-of':
      return fc.constantFrom(...limit.values);
    case 'object':
      return fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue(), { maxKeys: 2 });
    default:
      return fc.constantFrom('a', 'name');
  }
}

function typeValue(type: Type): fc.Arbitrary<unknown> {
  if (type.isUnknown) return fc.jsonValue({ maxDepth: 2 });
  const kinds: fc.Arbitrary<unknown>[] = type.literals.map((literal) => fc.constant(literal));
  if (type.isString) kinds.push(words);
  if (type.isInteger) kinds.push(fc.integer());
  if (type.isNumber) kinds.push(fc.double({ noNaN: true, noDefaultInfinity: true }));
  if (type.isBoolean) kinds.push(fc.boolean());
  if (type.isNull) kinds.push(fc.constant(null));
  if (type.items) kinds.push(fc.array(typeValue(type.items), { maxLength: 2 }));
  if (type.values) kinds.push(fc.dictionary(fc.constantFrom('a', 'b'), typeValue(type.values), { maxKeys: 2 }));
  if (type.shape) kinds.push(lazily(type.shape));
  if (type.union) kinds.push(unionValue(type.union));
  return fc.oneof(...kinds);
}

function unionValue(union: Union): fc.Arbitrary<unknown> {
  return fc.oneof(
    ...[...union.alternatives.values()].map(({ tag, shape }) =>
      lazily(shape).map((value) => withMember(value, union.key, tag)),
    ),
  );
}

function withMember(object: JsonObject, name: string, value: unknown): JsonObject {
  return { ...object, [name]: value };
}

function lazily(shape: LazyShape): fc.Arbitrary<JsonObject> {
  return fc.constant(shape).chain((one) => valueOf(one.get()));
}

/** An object in a body, with the shape that it has. */
export interface Site {
  readonly at: BodyPath;
  readonly shape: Shape;
  readonly value: JsonObject;
  /** The member by which it is told from its neighbors. */
  readonly tagKey: string | undefined;
  /** Whether it is something else, and not broken, without that member. */
  readonly hasFallback: boolean;
}

/** Every object of a body that has a shape. */
export function sitesOf(
  shape: Shape,
  value: JsonObject,
  at: BodyPath = [],
  tagKey?: string,
  hasFallback = false,
): readonly Site[] {
  const inner = Object.entries(value).flatMap(([key, child]) => {
    const member = shape.members.get(key);
    return member ? typeSites(member.type, child, [...at, key]) : [];
  });
  return [{ at, shape, value, tagKey, hasFallback }, ...inner];
}

function typeSites(type: Type, value: unknown, at: BodyPath): readonly Site[] {
  const { items } = type;
  if (items && isArray(value)) return value.flatMap((item, index) => typeSites(items, item, [...at, index]));
  if (!isObject(value)) return [];
  if (type.union) {
    const tag = value[type.union.key] ?? type.union.fallback;
    const alternative = typeof tag === 'string' ? type.union.alternatives.get(tag) : undefined;
    return alternative
      ? sitesOf(alternative.shape.get(), value, at, type.union.key, type.union.fallback !== undefined)
      : [];
  }
  if (type.shape) return sitesOf(type.shape.get(), value, at, type.shape.get().impliedTag && 'type');
  return [];
}

/** A copy of a body with the object at a place replaced. */
export function replaceAt(body: unknown, at: BodyPath, value: unknown): unknown {
  const [key, ...rest] = at;
  if (key === undefined) return value;
  if (isArray(body)) return body.map((item, index) => (index === key ? replaceAt(item, rest, value) : item));
  return isObject(body) ? { ...body, [key]: replaceAt(body[key], rest, value) } : body;
}
