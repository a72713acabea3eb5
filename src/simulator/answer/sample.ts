import { isArray, isObject, numberOf, textOf, type JsonObject } from '../../core/json.ts';
import type { Draw } from '../draw.ts';

/** Schemas may refer to themselves; deeper than this only what is required is made. */
const deepest = 6;

/** Makes a value that fits a JSON Schema, of those that a tool or an output format can have. */
export function sampleOf(schema: unknown, draw: Draw): unknown {
  const root = isObject(schema) ? schema : {};
  return new Sampler(root, draw).value(root, 0);
}

class Sampler {
  readonly #root: JsonObject;
  readonly #draw: Draw;

  constructor(root: JsonObject, draw: Draw) {
    this.#root = root;
    this.#draw = draw;
  }

  value(schema: unknown, depth: number): unknown {
    if (!isObject(schema)) return schema === false ? null : 'any value';
    if (typeof schema.$ref === 'string')
      return this.value(depth > deepest ? true : this.#target(schema.$ref), depth + 1);
    if (schema.const !== undefined) return schema.const;
    if (isArray(schema.enum) && schema.enum.length > 0) return schema.enum[this.#draw.index(schema.enum.length)];
    if (schema.default !== undefined) return schema.default;
    const options = choices(schema);
    if (options) return this.value(this.#chosen(options, schema, depth), depth + 1);
    if (isArray(schema.allOf))
      return this.value(schema.allOf.reduce<JsonObject>(merged, { ...schema, allOf: undefined }), depth);
    switch (typeOf(schema)) {
      case 'object':
        return this.#object(schema, depth);
      case 'array':
        return this.#array(schema, depth);
      case 'string':
        return this.#string(schema);
      case 'integer':
      case 'number':
        return this.#number(schema);
      case 'boolean':
        return this.#draw.index(2) === 1;
      case 'null':
        return null;
      default:
        return 'any value';
    }
  }

  /** The first choice that does not lead deeper where the value is deep already. */
  #chosen(options: readonly unknown[], schema: JsonObject, depth: number): unknown {
    const flat = options.find(
      (option) =>
        isObject(option) && option.$ref === undefined && typeOf(option) !== 'object' && typeOf(option) !== 'array',
    );
    const option = depth > deepest && flat !== undefined ? flat : options[this.#draw.index(options.length)];
    const outer: JsonObject = { ...schema, anyOf: undefined, oneOf: undefined };
    return isObject(option) && isObject(outer.properties) ? merged(outer, option) : option;
  }

  #object(schema: JsonObject, depth: number): JsonObject {
    const properties = isObject(schema.properties) ? schema.properties : {};
    const required = isArray(schema.required) ? schema.required : [];
    const made: Record<string, unknown> = {};
    for (const [name, inner] of Object.entries(properties)) {
      if (required.includes(name) || (depth < deepest && this.#draw.index(3) > 0))
        made[name] = this.value(inner, depth + 1);
    }
    for (const name of required) if (typeof name === 'string' && !(name in made)) made[name] = 'any value';
    return made;
  }

  #array(schema: JsonObject, depth: number): readonly unknown[] {
    const least = numberOf(schema.minItems) ?? (depth < deepest ? 1 : 0);
    const most = numberOf(schema.maxItems) ?? Math.max(least, 2);
    const before = isArray(schema.prefixItems) ? schema.prefixItems : [];
    const count = Math.max(before.length, Math.min(most, least));
    return Array.from({ length: count }, (_, at) => this.value(before[at] ?? schema.items ?? true, depth + 1));
  }

  #string(schema: JsonObject): string {
    const made =
      formats[textOf(schema.format) ?? ''] ?? this.#fitting(textOf(schema.pattern)) ?? this.#draw.pick(words);
    const least = numberOf(schema.minLength) ?? 0;
    const most = numberOf(schema.maxLength) ?? Math.max(made.length, least);
    return made.padEnd(least, 'a').slice(0, most);
  }

  /** A few forms that patterns often ask for; a pattern that none of them fits is passed over. */
  #fitting(pattern: string | undefined): string | undefined {
    if (pattern === undefined) return undefined;
    try {
      const fits = new RegExp(pattern, 'u');
      return [...words, ...Object.values(formats), ...shapes].find((candidate) => fits.test(candidate));
    } catch {
      return undefined;
    }
  }

  #number(schema: JsonObject): number {
    const isWhole = typeOf(schema) === 'integer';
    const step = numberOf(schema.multipleOf) ?? (isWhole ? 1 : 0.5);
    const above = numberOf(schema.exclusiveMinimum);
    const below = numberOf(schema.exclusiveMaximum);
    const most = numberOf(schema.maximum) ?? (below === undefined ? undefined : below - step);
    const least = numberOf(schema.minimum) ?? (above === undefined ? Math.min(1, most ?? 1) : above + step);
    const start = Math.ceil(least / step) * step;
    const steps = Math.max(0, Math.min(8, Math.floor(((most ?? start + 8 * step) - start) / step)));
    return start + this.#draw.index(steps + 1) * step;
  }

  #target(reference: string): unknown {
    let at: unknown = this.#root;
    for (const key of reference
      .replace(/^#\/?/, '')
      .split('/')
      .filter((part) => part !== '')) {
      const name = key.replaceAll('~1', '/').replaceAll('~0', '~');
      at = isObject(at) ? at[name] : isArray(at) ? at[Number(name)] : undefined;
    }
    return at ?? true;
  }
}

function choices(schema: JsonObject): readonly unknown[] | undefined {
  const list = schema.anyOf ?? schema.oneOf;
  return isArray(list) && list.length > 0 ? list : undefined;
}

function merged(one: JsonObject, other: unknown): JsonObject {
  if (!isObject(other)) return one;
  const lists =
    isArray(one.required) && isArray(other.required) ? { required: [...one.required, ...other.required] } : {};
  const maps =
    isObject(one.properties) && isObject(other.properties)
      ? { properties: { ...one.properties, ...other.properties } }
      : {};
  return { ...one, ...other, ...lists, ...maps };
}

/** The first type that is named, or the one that the other keywords imply. */
function typeOf(schema: JsonObject): string | undefined {
  const named = isArray(schema.type) ? schema.type[0] : schema.type;
  if (typeof named === 'string') return named;
  if (schema.properties !== undefined || schema.required !== undefined) return 'object';
  if (schema.items !== undefined || schema.prefixItems !== undefined) return 'array';
  if (schema.pattern !== undefined || schema.format !== undefined || schema.minLength !== undefined) return 'string';
  return schema.minimum === undefined && schema.maximum === undefined ? undefined : 'number';
}

const words = ['Danube', 'Vienna', 'Linz', 'Passau', 'Budapest'] as const;
const shapes = [
  '7',
  '2026',
  '12345',
  'ABC-123',
  'a1',
  'DANUBE',
  'danube',
  'AT',
  '0.5',
  '#a0b1c2',
  '+43 1 5550100',
] as const;
const formats: Readonly<Record<string, string>> = {
  date: '2026-05-04',
  time: '12:30:00Z',
  'date-time': '2026-05-04T12:30:00Z',
  duration: 'PT1H',
  email: 'ada@example.com',
  hostname: 'example.com',
  uri: 'https://example.com/danube',
  ipv4: '192.0.2.7',
  ipv6: '2001:db8::7',
  uuid: '3f2b8c1e-5d4a-4b6f-9a7e-0c1d2e3f4a5b',
};
