import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'tool-schema-invalid';
const path = 'tools.0.custom.input_schema';
const invalid =
  'JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview.';
const withSchema = (members: JsonObject) => ({
  body: exampleRequest({ tools: [exampleTool({ input_schema: { type: 'object', ...members } })] }),
});
const withProperty = (schema: unknown) => withSchema({ properties: { river: schema } });

/** A broken schema beside the nearest one that the API takes. */
function draft(broken: JsonObject, sound: JsonObject): RuleExample {
  return {
    row: 'tool-schema-draft',
    breaks: withSchema(broken),
    expected: { cause, path, message: invalid },
    spares: withSchema(sound),
  };
}

/** Requests that break a rule about tool schemas, each with its nearest accepted neighbor. */
export const toolSchemaInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'tool-schema-combinator',
    breaks: withSchema({ anyOf: [{ required: ['river'] }, { required: ['lake'] }] }),
    expected: {
      cause,
      path,
      message: 'input_schema does not support oneOf, allOf, or anyOf at the top level',
    },
    spares: withProperty({ anyOf: [{ type: 'string' }, { type: 'null' }] }),
  },
  draft({ properties: { river: { type: 'String' } } }, { properties: { river: { type: 'string' } } }),
  draft(
    { properties: { river: { type: ['string', 'string'] } } },
    { properties: { river: { type: ['string', 'null'] } } },
  ),
  draft(
    { properties: { river: { type: 'object', required: 'name' } } },
    { properties: { river: { type: 'object', required: ['name'] } } },
  ),
  draft({ required: ['river', 'river'] }, { required: ['river', 'lake'] }),
  draft({ properties: { river: null } }, { properties: { river: true } }),
  draft({ properties: { river: 'string' } }, { properties: { river: {} } }),
  draft(
    { properties: { river: { type: 'array', items: [{ type: 'string' }] } } },
    { properties: { river: { type: 'array', prefixItems: [{ type: 'string' }] } } },
  ),
  draft(
    { properties: { length: { type: 'number', exclusiveMinimum: true } } },
    { properties: { length: { type: 'number', exclusiveMinimum: 0 } } },
  ),
  // References that lead nowhere, unknown keywords and other drafts are not looked at.
  draft(
    { properties: { river: { enum: 'Danube' } } },
    {
      $schema: 'http://json-schema.org/draft-07/schema#',
      properties: { river: { $ref: '#/definitions/River', nullable: true, 'x-order': 1 } },
    },
  ),
  {
    row: 'tool-schema-draft',
    breaks: { ...withProperty(null), asOf: '2024-11-20' },
    expected: {
      cause,
      path: 'tools.0.input_schema',
      message:
        'JSON schema is invalid - please consult https://json-schema.org or our documentation at https://docs.anthropic.com/en/docs/tool-use',
    },
    spares: withProperty({}),
  },
  {
    row: 'tool-schema-property-key',
    breaks: withSchema({ properties: { 'river name': { type: 'string' } } }),
    expected: {
      cause,
      path: `${path}.properties`,
      message: "Property keys should match pattern '^[a-zA-Z0-9_.-]{1,64}$'",
    },
    spares: withSchema({ properties: { 'river.name': { type: 'string' } } }),
  },
  {
    row: 'input-examples',
    breaks: { body: exampleRequest({ tools: [exampleTool({ input_examples: [{ name: 'Inn' }, { name: 7 }] })] }) },
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.0.custom.input_examples.1',
      message: 'Example 2 does not fit the schema: `name` must be of type string, not number.',
    },
    spares: { body: exampleRequest({ tools: [exampleTool({ input_examples: [{ name: 'Inn' }] })] }) },
  },
];
