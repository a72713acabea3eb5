import type { Tool } from '../../core/view.ts';
import { docsSite } from './docs-site.ts';

/** Days on which wordings about tools changed; each lies between the last sight of the old and the first of the new. */
const taggedToolPathSince = '2025-03-01';

/** Whether tool paths of that day named the kind of tool (`tools.0.custom.input_schema`); not yet on 2024-11-13. */
export function hasTaggedToolPath(asOf: string | undefined): boolean {
  return asOf === undefined || asOf >= taggedToolPathSince;
}

/** A tool's path as the API wrote it on a day. */
export function toolPathOn(asOf: string | undefined, tool: Tool): string {
  return hasTaggedToolPath(asOf) ? `tools.${tool.index}.${tool.type}` : `tools.${tool.index}`;
}

const toolUsePage = {
  anthropic: 'https://docs.anthropic.com/en/docs/tool-use',
  claude: 'https://docs.claude.com/en/docs/tool-use',
  platform: 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview',
} as const;

/** The pattern that the API holds tool names to; measured on 2026-09-04, while the documentation says 64. */
const toolNamePattern = '^[a-zA-Z0-9_-]{1,128}$';
/** The pattern for the names of parameters; quoted by the API from 2025 to 2026-09-19. */
export const propertyKeyPattern = '^[a-zA-Z0-9_.-]{1,64}$';

/** The API's sentences about tools and `tool_choice`. */
export const toolMessages = {
  /** The schema breaks the meta-schema. The first form was recorded on 2024-11-13. */
  schemaInvalid: (asOf: string | undefined) =>
    hasTaggedToolPath(asOf)
      ? `JSON schema is invalid. It must match JSON Schema draft 2020-12 (https://json-schema.org/draft/2020-12). Learn more about tool use at ${toolUsePage[docsSite(asOf)]}.`
      : 'JSON schema is invalid - please consult https://json-schema.org or our documentation at https://docs.anthropic.com/en/docs/tool-use',
  schemaCombinator: 'input_schema does not support oneOf, allOf, or anyOf at the top level',
  propertyKey: `Property keys should match pattern '${propertyKeyPattern}'`,
  nameEmpty: 'String should have at least 1 character',
  namePattern: `String should match pattern '${toolNamePattern}'`,
  namesNotUnique: 'Tool names must be unique.',
  choiceWithoutTools: (type: string) => `tool_choice.${type} may only be specified while providing tools`,
  choiceUnknownTool: (name: string) => `Tool '${name}' not found in provided tools`,
  choiceForcedByModel: 'type "tool" and "any" are not supported for this model.',
  choiceForcedWithThinking: 'Thinking may not be enabled when tool_choice forces tool use.',
  /** Gone from the Messages API since 2025-02-27. */
  toolsUndefined: 'Requests which include `tool_use` or `tool_result` blocks must define tools.',
  typeNotForModel: (model: string, type: string) => `'${model}' does not support tool types: ${type}.`,
  allDeferred: 'At least one tool must have defer_loading=false. All tools cannot be deferred.',
  referenceUnknown: (name: string) => `Tool reference '${name}' not found in available tools`,
  /** Seen in anthropics/anthropic-sdk-csharp#255. */
  mcpServerUnreferenced: (name: string) =>
    `MCP server '${name}' is defined but not referenced by any mcp_toolset in tools.`,
} as const;
