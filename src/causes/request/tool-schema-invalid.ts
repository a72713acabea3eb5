import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

const reasons = {
  combinator:
    '`oneOf`, `allOf` and `anyOf` may not stand at the top level of the schema; the top level must describe one object.',
  type: 'Its top level must be an object schema, with `"type": "object"`.',
  missing: 'Every tool of your own needs an `input_schema`, also one without parameters.',
  strict: 'As the tool is `strict`, only the part of JSON Schema that structured outputs support may be used.',
  keys: 'Property names in it may hold letters, digits, `_`, `.` and `-` only, 64 characters at most.',
  draft:
    'It is no valid JSON Schema of draft 2020-12: usual reasons are a `required` that is no list of names, types in upper case, a property whose schema is `null` or a string, or old keywords such as a boolean `required`.',
} as const;

interface Schema {
  readonly path: string | undefined;
  readonly fault: keyof typeof reasons;
}

function faultOf(text: string): Schema['fault'] {
  if (/oneof,allof,oranyof/.test(text)) return 'combinator';
  if (text.includes('propertykeysshouldmatch')) return 'keys';
  if (/type:(?:fieldrequired|inputshouldbe)|typemustbeoneof/.test(text)) return 'type';
  if (/input_schema:fieldrequired|requiredkey\[input_schema\]/.test(text)) return 'missing';
  return /foradditionalproperties|for\w*objecttype|invalidschema/.test(text) ? 'strict' : 'draft';
}

/** The `input_schema` of a tool is not a JSON Schema that the API accepts. */
export const toolSchemaInvalid = defineCause<Schema>({
  id: 'tool-schema-invalid',
  refines: 'field-invalid',
  title: "A tool's input schema is not accepted",
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'json schema is invalid. it must match json schema' },
    { says: 'it must match json schema draft 2020-12' },
    { says: 'input_schema: json schema is invalid' },
    { says: 'input_schema does not support oneof' },
    { says: 'oneof, allof, or anyof at the top level' },
    { says: 'input_schema: field required' },
    { says: 'input_schema: input' },
    { says: 'input_schema.type: field required' },
    { says: 'input_schema.type: input should be' },
    { says: 'input_schema.type:' },
    { says: 'property keys should match pattern' },
    { says: ['tools.', '.input_schema'], pattern: /\btools\.\d+(?:\.[\w-]{1,60})?\.input_schema[\w.-]{0,200}:\s/ },
    { says: ['tools.', '.custom: for', 'type,'], pattern: /tools\.\d+\.custom:\s+For/ },
    { says: ['tools.', '.custom: invalid schema'], pattern: /tools\.\d+\.custom:\s+Invalid schema/ },
    { says: ['toolspec.inputschema.json', 'must be one of the following'] },
    { says: ['toolspec.inputschema.json', 'is invalid'] },
    { says: ['required key [input_schema] not found'], unless: 'is not a valid enum value' },
    { says: ['/input_schema', 'malformed input request'] },
    { says: 'json schema is invalid', certainty: 'likely', shared: true },
    {
      says: ['invalid schema for function'],
      platform: ['bedrock', 'vertex', 'foundry', 'aws'],
      certainty: 'likely',
      shared: true,
    },
  ],
  retold: [['rejected', 'tool schema'], ['invalid', 'tool schema'], 'tool schema is invalid'],
  recognize: (evidence, hit) =>
    recognized(hit, { path: fieldPath(evidence), fault: faultOf(evidence.reading?.squeezed ?? '') }),
  explain: (schema) => {
    const index = schema?.path === undefined ? undefined : /^tools\.(\d+)/.exec(schema.path)?.[1];
    const which = index === undefined ? 'a tool' : `tool ${index} (counted from 0)`;
    return `The API refuses the schema of ${which}, at ${named(schema?.path, '`tools.N.custom.input_schema`')}. ${schema === undefined ? 'It must be a JSON Schema of draft 2020-12 that describes one object.' : reasons[schema.fault]}`;
  },
  remedies: (schema) => [
    schema?.fault === 'combinator'
      ? {
          action:
            'Make one object of the alternatives, with optional properties, and describe in words which go together; or wrap the union in a property.',
        }
      : {
          action: `Correct the schema at ${named(schema?.path, 'that tool')}.`,
          run: '"input_schema": {"type": "object", "properties": {}, "required": []}',
        },
    {
      action:
        'The number counts the tools as they are sent. If they come from MCP servers, print their names in order, find the server that brings this one, and update or disable it.',
      run: "jq -r '.tools[] | .name' request.json | cat -n",
    },
    {
      action: 'Let every schema be checked at once, since the API names only the first.',
      run: 'faultline check request.json',
    },
  ],
  docs: pages.implementToolUse,
});
