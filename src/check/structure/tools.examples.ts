import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { example, lookUp as tool, plain, sent, under, unknownTag } from './example.ts';

const required = 'Field required';
const extra = 'Extra inputs are not permitted';
const computer = { type: 'computer_20250124', name: 'computer', display_width_px: 800, display_height_px: 600 };

/** The tool types that needed no beta value in November 2025, as the API listed them. */
const tagsOf2025 = [
  'bash_20250124',
  'custom',
  'text_editor_20250124',
  'text_editor_20250429',
  'text_editor_20250728',
  'web_search_20250305',
];

function withTool(...tools: readonly unknown[]): JsonObject {
  return { ...plain, tools };
}

/** Faults of the entries of `tools` and of `tool_choice`. */
export const toolExamples: readonly RuleExample[] = [
  example({
    row: 'tools-type',
    cause: 'field-invalid',
    says: 'tools: Input should be a valid array',
    breaks: { ...plain, tools: null },
    spares: withTool(),
  }),
  example({
    row: 'tools-type',
    cause: 'field-invalid',
    says: 'tools: Input should be a valid list',
    breaks: { ...plain, tools: {} },
    spares: withTool(),
    both: { asOf: '2025-06-01' },
  }),
  example({
    row: 'tools-type',
    cause: 'field-invalid',
    says: 'tools.0: Input should be an object',
    breaks: withTool('look_up'),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-name',
    cause: 'tool-name-invalid',
    says: `tools.0.custom.name: ${required}`,
    breaks: withTool({ ...tool, name: undefined }),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-type-unknown',
    cause: 'tool-type-unsupported',
    says: `tools.0: ${unknownTag('code_execution_20250825', tagsOf2025)}`,
    breaks: withTool({ type: 'code_execution_20250825', name: 'code_execution' }),
    broken: { ...sent(), asOf: '2025-11-15' },
    spares: withTool({ type: 'code_execution_20250825', name: 'code_execution' }),
    spared: { ...sent(), asOf: '2026-03-01' },
  }),
  example({
    row: 'tool-type-unknown',
    cause: 'tool-type-unsupported',
    says: `tools.0: ${unknownTag('function', tagsOf2025)}`,
    breaks: withTool({ type: 'function', name: 'look_up' }),
    spares: withTool({ ...tool, type: 'custom' }),
    both: { ...sent(), asOf: '2025-11-15' },
  }),
  example({
    row: 'tool-type-unknown',
    cause: 'tool-type-unsupported',
    says: `tools.0: ${unknownTag('computer_20250124', tagsOf2025)}`,
    breaks: { ...withTool(computer), model: 'claude-sonnet-4-5' },
    broken: { ...sent(), asOf: '2025-11-15' },
    spares: { ...withTool(computer), model: 'claude-sonnet-4-5' },
    spared: { ...under('computer-use-2025-01-24'), asOf: '2025-11-15' },
  }),
  example({
    row: 'tool-schema-missing',
    cause: 'tool-schema-invalid',
    says: `tools.0.custom.input_schema: ${required}`,
    breaks: withTool({ name: 'look_up' }),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-schema-missing',
    cause: 'tool-schema-invalid',
    says: `tools.0.input_schema: ${required}`,
    breaks: withTool({ name: 'look_up' }),
    spares: withTool(tool),
    both: { asOf: '2024-11-01' },
  }),
  example({
    row: 'tool-schema-shape',
    cause: 'tool-schema-invalid',
    says: 'tools.0.custom.input_schema: Input does not match the expected shape.',
    breaks: withTool({ ...tool, input_schema: true }),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-schema-type',
    cause: 'tool-schema-invalid',
    says: `tools.0.custom.input_schema.type: ${required}`,
    breaks: withTool({ ...tool, input_schema: {} }),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-schema-type',
    cause: 'tool-schema-invalid',
    says: "tools.0.custom.input_schema.type: Input should be 'object'",
    breaks: withTool({ ...tool, input_schema: { type: 'string' } }),
    spares: withTool(tool),
  }),
  example({
    row: 'tool-extra',
    cause: 'field-unknown',
    says: `tools.0.custom.parameters: ${extra}`,
    breaks: withTool({ ...tool, parameters: {} }),
    spares: withTool({ ...tool, description: '' }),
  }),
  example({
    row: 'tool-extra',
    cause: 'field-unknown',
    says: `tools.0.bash_20250124.parameters: ${extra}`,
    breaks: withTool({ type: 'bash_20250124', name: 'bash', parameters: {} }),
    spares: withTool({ type: 'bash_20250124', name: 'bash' }),
  }),
  example({
    row: 'builtin-name',
    cause: 'tool-name-invalid',
    says: "tools.0.text_editor_20250124.name: Input should be 'str_replace_editor'",
    breaks: withTool({ type: 'text_editor_20250124', name: 'str_replace_based_edit_tool' }),
    spares: withTool({ type: 'text_editor_20250728', name: 'str_replace_based_edit_tool' }),
  }),
  example({
    row: 'toolset-entry',
    cause: 'field-unknown',
    says: `tools.0.browser_toolset_20260801.description: ${extra}`,
    breaks: { ...withTool({ type: 'browser_toolset_20260801', description: 'Browses' }), model: 'claude-opus-5' },
    spares: {
      ...withTool({
        type: 'browser_toolset_20260801',
        configs: { zoom: { enabled: false } },
        allowed_callers: ['direct'],
      }),
      model: 'claude-opus-5',
    },
  }),
  example({
    row: 'tool-choice-type',
    cause: 'field-invalid',
    says: 'tool_choice: Input should be an object',
    breaks: { ...withTool(tool), tool_choice: 'auto' },
    spares: { ...withTool(tool), tool_choice: { type: 'auto' } },
  }),
  example({
    row: 'tool-choice-type',
    cause: 'field-invalid',
    says: "tool_choice: Input tag 'required' found using 'type' does not match any of the expected tags: 'auto', 'any', 'tool', 'none'",
    breaks: { ...withTool(tool), tool_choice: { type: 'required' } },
    spares: { ...withTool(tool), tool_choice: { type: 'any' } },
  }),
];
