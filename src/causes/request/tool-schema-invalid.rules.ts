import { isIdentifier } from '../../check/identifier.ts';
import { findSchemaFault } from '../../check/json-schema.ts';
import type { SchemaFault } from '../../check/json-schema.ts';
import { findValueFault } from '../../check/schema-value.ts';
import type { ValueFault } from '../../check/schema-value.ts';
import { toolSchemas } from '../../check/tool-schemas.ts';
import type { ToolSchema } from '../../check/tool-schemas.ts';
import { isArray, isObject } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import type { Edit, Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Tool } from '../../core/view.ts';
import { propertyKeyPattern, toolMessages, toolPathOn } from '../../facts/messages/tools.ts';

const cause = 'tool-schema-invalid';
const keyPattern = new RegExp(propertyKeyPattern);
/** Shorter identifiers fit the pattern and need not be held against it. */
const longestPlainKey = 64;

interface FaultyTool extends ToolSchema {
  readonly fault: SchemaFault;
}

const combinatorAtRoot = defineRule<ToolSchema & { readonly combinator: string }>({
  cause,
  row: 'tool-schema-combinator',
  phase: 'schema',
  // Quoted from 2025-06 on; older schemas with one are not known to be refused.
  from: '2025-03-01',
  find: (view) => toolSchemas(view).filter(hasCombinator),
  path: ({ tool }, { asOf }) => `${toolPathOn(asOf, tool)}.input_schema`,
  at: ({ tool, combinator }) => ['tools', tool.index, 'input_schema', combinator],
  message: () => toolMessages.schemaCombinator,
  why: ({ tool, combinator }) =>
    `The schema of ${named(tool)} has \`${combinator}\` at its root. Describe the alternatives inside a property, or merge them into one object with optional properties.`,
});

const schemaBroken = defineRule<FaultyTool>({
  cause,
  row: 'tool-schema-draft',
  phase: 'schema',
  find: (view) => toolSchemas(view).filter(isFaulty),
  path: ({ tool }, { asOf }) => `${toolPathOn(asOf, tool)}.input_schema`,
  at: ({ tool, fault }) => ['tools', tool.index, 'input_schema', ...fault.at],
  message: (_, { asOf }) => toolMessages.schemaInvalid(asOf),
  why: ({ tool, fault }) =>
    `In the schema of ${named(tool)}, \`${fault.at.join('.') || 'the root'}\` ${fault.expected}.`,
  fix: repairSchema,
});

const propertyKeyInvalid = defineRule<{ readonly tool: Tool; readonly key: string }>({
  cause,
  row: 'tool-schema-property-key',
  phase: 'schema',
  // First seen in 2025; how much older it is, is not known.
  from: '2025-03-01',
  find: (view) =>
    toolSchemas(view).flatMap(({ tool, schema }) => {
      const key = isObject(schema.properties) ? firstBadKey(schema.properties) : undefined;
      return key === undefined ? [] : [{ tool, key }];
    }),
  path: ({ tool }, { asOf }) => `${toolPathOn(asOf, tool)}.input_schema.properties`,
  at: ({ tool, key }) => ['tools', tool.index, 'input_schema', 'properties', key],
  message: () => toolMessages.propertyKey,
  why: ({ tool, key }) =>
    key.length > 64
      ? `A parameter of ${named(tool)} has a name of ${key.length} characters; 64 are allowed.`
      : `The parameter ${JSON.stringify(key)} of ${named(tool)} may hold letters, digits, \`_\`, \`.\` and \`-\` only.`,
});

const exampleMisfit = defineRule<{ readonly tool: Tool; readonly index: number; readonly fault: ValueFault }>({
  cause,
  row: 'input-examples',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    toolSchemas(view).flatMap(({ tool, schema }) => {
      const examples = tool.value.input_examples;
      if (!isArray(examples)) return [];
      return examples.flatMap((example, index) => {
        const fault = findValueFault(schema, example);
        return fault ? [{ tool, index, fault }] : [];
      });
    }),
  path: ({ tool, index }, { asOf }) => `${toolPathOn(asOf, tool)}.input_examples.${index}`,
  at: ({ tool, index, fault }) => ['tools', tool.index, 'input_examples', index, ...fault.at],
  message: ({ index, fault }) =>
    `Example ${index + 1} does not fit the schema: ${fault.at.length === 0 ? 'it' : `\`${fault.at.join('.')}\``} ${fault.expected}.`,
  wording: 'ours',
});

function firstBadKey(properties: JsonObject): string | undefined {
  for (const key in properties) {
    const isPlain = key.length <= longestPlainKey && isIdentifier(key);
    if (!isPlain && !keyPattern.test(key)) return key;
  }
  return undefined;
}

function hasCombinator(found: ToolSchema): found is ToolSchema & { readonly combinator: string } {
  return found.combinator !== undefined;
}

function isFaulty(found: ToolSchema): found is FaultyTool {
  return found.fault !== undefined;
}

function named(tool: Tool): string {
  return tool.name === undefined ? `tool ${tool.index}` : `\`${tool.name}\``;
}

/** Repairs that keep the meaning: a type in upper case, a name that is required twice. */
function repairSchema({ tool, schema, fault }: FaultyTool): Fix | undefined {
  const at = ['tools', tool.index, 'input_schema', ...fault.at];
  const value = valueAt(schema, fault.at);
  const edit = (replacement: unknown): readonly Edit[] => [{ kind: 'set', at, value: replacement }];
  const key = fault.at.at(-1);
  if (key === 'type' && typeof value === 'string') {
    const lower = value.toLowerCase();
    const repaired = findSchemaFault({ type: lower }) ? undefined : lower;
    return repaired === undefined
      ? undefined
      : { name: 'schemas', safe: true, does: `Write the type \`${lower}\` in lower case.`, edits: edit(lower) };
  }
  if (key === 'required' && isArray(value) && value.every((entry) => typeof entry === 'string')) {
    return {
      name: 'schemas',
      safe: true,
      does: 'Name each required property once.',
      edits: edit([...new Set(value)]),
    };
  }
  return undefined;
}

function valueAt(root: unknown, path: readonly (string | number)[]): unknown {
  let value = root;
  for (const key of path) {
    if (isArray(value) && typeof key === 'number') value = value[key];
    else if (isObject(value)) value = value[key];
    else return undefined;
  }
  return value;
}

/** Rules about the schemas of tools. */
export const toolSchemaInvalidRules = [combinatorAtRoot, schemaBroken, propertyKeyInvalid, exampleMisfit] as const;
