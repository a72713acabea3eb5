import { isObject } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { oncePerView } from '../core/view.ts';
import type { Tool } from '../core/view.ts';
import { findSchemaFault } from './json-schema.ts';
import type { SchemaFault } from './json-schema.ts';

/** A custom tool whose schema is an object that says it describes an object; anything else is a fault of structure. */
export interface ToolSchema {
  readonly tool: Tool;
  readonly schema: JsonObject;
  /** A combinator at the root, which is refused before the schema is looked at. */
  readonly combinator?: string;
  readonly fault?: SchemaFault;
}

/** The schemas of the custom tools, each held against the meta-schema once. */
export const toolSchemas = oncePerView((view): readonly ToolSchema[] => {
  const found: ToolSchema[] = [];
  for (const tool of view.tools) {
    const schema = tool.value.input_schema;
    if (tool.type !== 'custom' || !isObject(schema) || schema.type !== 'object') continue;
    const combinator = combinatorOf(schema);
    if (combinator !== undefined) found.push({ tool, schema, combinator });
    else {
      const fault = findSchemaFault(schema);
      found.push(fault ? { tool, schema, fault } : { tool, schema });
    }
  }
  return found;
});

function combinatorOf({ oneOf, allOf, anyOf }: JsonObject): string | undefined {
  if (oneOf !== undefined) return 'oneOf';
  if (allOf !== undefined) return 'allOf';
  return anyOf === undefined ? undefined : 'anyOf';
}
