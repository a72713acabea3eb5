import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'output-format-invalid';
const closed = (properties: JsonObject, members: JsonObject = {}): JsonObject => ({
  type: 'object',
  additionalProperties: false,
  properties,
  required: Object.keys(properties),
  ...members,
});
const strictTool = (schema: JsonObject, name = 'save_river') =>
  exampleTool({ name, strict: true, input_schema: schema });
const withStrict = (schema: JsonObject) => ({ body: exampleRequest({ tools: [strictTool(schema)] }) });
const withFormat = (schema: JsonObject) => ({
  body: exampleRequest({ output_config: { format: { type: 'json_schema', schema } } }),
});
const river = closed({ name: { type: 'string' } });

/** A schema that a strict tool cannot have, beside the nearest that it can. */
function strict(row: string, broken: JsonObject, message: string, sound: JsonObject): RuleExample {
  return {
    row,
    breaks: withStrict(broken),
    expected: { cause, path: 'tools.0.custom', message },
    spares: withStrict(sound),
  };
}

/** A schema that an output format cannot have, beside the nearest that it can. */
function format(row: string, broken: JsonObject, message: string, sound: JsonObject): RuleExample {
  const path = 'output_config.format.schema';
  return { row, breaks: withFormat(broken), expected: { cause, path, message }, spares: withFormat(sound) };
}

const numbered = (count: number, schema: JsonObject) =>
  Object.fromEntries(Array.from({ length: count }, (_, index) => [`river_${index}`, schema]));

/** Requests with schemas that cannot be compiled, each with its nearest accepted neighbor. */
export const strictSchemaRuleExamples: readonly RuleExample[] = [
  strict(
    'strict-additional',
    { type: 'object', properties: { name: { type: 'string' } }, required: ['name'] },
    "For 'object' type, 'additionalProperties' must be explicitly set to false",
    river,
  ),
  format(
    'strict-additional',
    { ...river, additionalProperties: true },
    "For 'object' type, 'additionalProperties: true' is not supported. Please set 'additionalProperties' to false",
    river,
  ),
  format(
    'strict-additional',
    { ...river, additionalProperties: { type: 'string' } },
    "For 'object' type, 'additionalProperties: object' is not supported. Please set 'additionalProperties' to false",
    river,
  ),
  strict(
    'strict-prop',
    closed({ name: true }),
    "For 'object' type, property 'properties' is not supported",
    closed({ name: { type: 'string' } }),
  ),
  format(
    'strict-prop',
    closed({ length: { type: 'integer', minimum: 1, maximum: 7000 } }),
    "For 'integer' type, properties maximum, minimum are not supported",
    closed({ length: { type: 'integer' } }),
  ),
  format(
    'strict-prop',
    closed({ towns: { type: 'array', items: { type: 'string' }, maxItems: 3 } }),
    "For 'array' type, property 'maxItems' is not supported",
    closed({ towns: { type: 'array', items: { type: 'string' }, minItems: 1 } }),
  ),
  format(
    'strict-prop',
    closed({ towns: { type: 'array', items: { type: 'string' }, minItems: 3 } }),
    "For 'array' type, 'minItems' values other than 0 or 1 are not supported (got: [3, ∞])",
    closed({ towns: { type: 'array', items: { type: 'string' }, minItems: 0 } }),
  ),
  format(
    'strict-prop',
    closed({ name: { oneOf: [{ type: 'string' }, { type: 'null' }] } }),
    "Schema type 'oneOf' is not supported",
    closed({ name: { anyOf: [{ type: 'string' }, { type: 'null' }] } }),
  ),
  format(
    'strict-prop',
    closed({ name: { description: 'Any name' } }),
    'Empty schema ({}) that accepts any JSON value is not supported.',
    closed({ name: { type: 'string', description: 'Any name' } }),
  ),
  format(
    'strict-prop',
    closed({ name: { description: 'Any name', 'x-order': 1 } }),
    "Invalid schema: Schema type is missing for schema: {'description': 'Any name', 'x-order': 1}",
    closed({ name: { enum: ['Inn', 'Isar'] } }),
  ),
  format(
    'strict-prop',
    closed({ name: { type: 'string', not: { const: 'Rhine' } } }),
    "Schema keyword 'not' is not supported",
    closed({ name: { type: 'string', enum: ['Inn'] } }),
  ),
  format(
    'strict-prop',
    closed({ length: { type: 'string', anyOf: [{ type: 'string' }, { type: 'null' }] } }),
    "For 'anyOf', 'type' is not supported",
    closed({ length: { title: 'Length', anyOf: [{ type: 'string' }, { type: 'null' }] } }),
  ),
  format(
    'strict-prop',
    closed({ banks: { type: 'array', items: [{ type: 'string' }, { type: 'string' }] } }),
    "Invalid schema: Array types must be specified with a single object schema for 'items'.",
    closed({ banks: { type: 'array', items: { type: 'string' } } }),
  ),
  format(
    'strict-prop',
    closed({ gauge: { type: 'string', format: 'phone' } }),
    "For 'string' type, format 'phone' is not supported",
    closed({ gauge: { type: 'string', format: 'uri' } }),
  ),
  format(
    'format-schema',
    closed({ bank: { type: ['string', 'null'], enum: ['left', 'right', null] } }),
    "Invalid schema: Enum value 'left' does not match declared type '['string', 'null']'",
    closed({ bank: { anyOf: [{ type: 'string', enum: ['left', 'right'] }, { type: 'null' }] } }),
  ),
  format(
    'format-schema',
    closed({ source: { $ref: '#/$defs/Spring' } }, { $defs: { River: river } }),
    'Invalid schema: Reference to non-existent definition: #/$defs/Spring',
    closed({ source: { $ref: '#/$defs/River' } }, { $defs: { River: river } }),
  ),
  format(
    'format-schema',
    closed({ bank: { type: 'string', enum: [] } }),
    'Invalid schema: Enum must be a non-empty array',
    closed({ bank: { type: 'string', enum: ['left'] } }),
  ),
  strict(
    'strict-recursive',
    closed(
      { source: { $ref: '#/$defs/River' } },
      { $defs: { River: closed({ tributary: { anyOf: [{ $ref: '#/$defs/River' }, { type: 'null' }] } }) } },
    ),
    'Invalid schema: Circular reference detected in schema definitions: River -> River. Self-referencing or mutually-referencing definitions are not supported.',
    closed({ source: { $ref: '#/$defs/River' } }, { $defs: { River: river } }),
  ),
  format(
    'regex-unsupported',
    closed({ name: { type: 'string', pattern: String.raw`^(?!Rhine)\w+$` } }),
    'Unsupported regex feature in pattern field: lookahead',
    closed({ name: { type: 'string', pattern: String.raw`^[\b(?!]\w+$` } }),
  ),
  {
    row: 'strict-subset',
    breaks: withFormat(closed({ name: { $ref: 'https://example.com/river.json' } })),
    expected: {
      cause,
      severity: 'warning',
      path: 'output_config.format.schema',
      message:
        'The reference `https://example.com/river.json` leads out of the schema; only references that begin with # are followed.',
    },
    spares: withFormat(closed({ name: { $ref: '#/$defs/Name' } }, { $defs: { Name: { type: 'string' } } })),
  },
  {
    row: 'strict-subset',
    breaks: withFormat(closed({ name: { type: 'string', maxLength: 20 } })),
    expected: {
      cause,
      severity: 'warning',
      path: 'output_config.format.schema',
      message: 'The answer is not held to `maxLength`; some schemas with it were refused.',
    },
    spares: withFormat(closed({ name: { type: 'string', pattern: '^.{1,20}$' } })),
  },
  {
    row: 'strict-count',
    breaks: {
      body: exampleRequest({
        tools: Array.from({ length: 21 }, (_, index) => strictTool(closed({}), `save_${index}`)),
      }),
    },
    expected: {
      cause,
      path: '',
      message:
        'Too many strict tools (21). The maximum number of strict tools supported is 20. Try reducing the number of tools marked as strict.',
    },
    spares: {
      body: exampleRequest({
        tools: Array.from({ length: 20 }, (_, index) => strictTool(closed({}), `save_${index}`)),
      }),
    },
  },
  {
    row: 'strict-optional',
    breaks: withStrict(closed(numbered(25, { type: 'string' }), { required: [] })),
    expected: {
      cause,
      path: '',
      message:
        'Schemas contains too many optional parameters (25), which would make grammar compilation inefficient. Reduce the number of optional parameters in your tool schemas (limit: 24).',
    },
    spares: withStrict(closed(numbered(25, { type: 'string' }), { required: ['river_0'] })),
  },
  {
    row: 'strict-union',
    breaks: withStrict(closed(numbered(17, { type: ['string', 'null'] }))),
    expected: {
      cause,
      path: '',
      message:
        'Schemas contains too many parameters with union types (17 parameters with type arrays or anyOf). This causes exponential compilation cost. Reduce the number of nullable or union-typed parameters (limit: 16 parameters with unions).',
    },
    spares: withStrict(closed(numbered(16, { type: ['string', 'null'] }))),
  },
];
