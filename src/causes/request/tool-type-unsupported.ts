import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface ToolType {
  readonly path: string | undefined;
  readonly type: string | undefined;
  readonly isFamily: boolean;
}

const type =
  /Input tag ["'`]{0,2}([\w.-]{1,60})["'`]{0,2} found|tool types?: ["'`]?([\w.-]{1,60}?)["'`]?[.,\s"']|\/type: ([\w.-]{1,60}) is not a valid enum|tool type ["'`]([\w.-]{1,60})["'`]/;
const anthropicTool =
  /^(?:bash|text_editor|computer|browser|web_search|web_fetch|code_execution|memory|tool_search|advisor|mcp)_/;

/** A tool that Anthropic defines is of a type or version that this model, platform or set of betas does not know. */
export const toolTypeUnsupported = defineCause<ToolType>({
  id: 'tool-type-unsupported',
  refines: 'field-invalid',
  title: 'A tool is of a type that is not available here',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['input tag', 'found using type'], pattern: /\btools\.\d+(?:\.[\w-]{1,60})?:\s+Input tag/ },
    {
      says: ['tools.', ': input tag', 'found using type does not match'],
      unless: ['.content.', 'tools.0.custom.input_schema'],
    },
    { says: ['expected tags: bash_20', 'custom'] },
    {
      says: ['tools.', '.type:'],
      pattern: /\btools\.\d+\.type:\s+(?:Input should be|Field required|Unable to extract)/,
    },
    { says: 'does not support tool types' },
    { says: ['malformed input request', '#/tools/', '/type:', 'is not a valid enum value'] },
    { says: ['tool type', 'is not supported'], certainty: 'likely' },
    { says: ['web_search', 'tool is not supported'], certainty: 'likely' },
    {
      says: ['tool', 'is not supported for this model'],
      type: 'invalid_request_error',
      unless: ['thinking', 'tool_choice', 'prefill'],
      certainty: 'likely',
    },
    { says: ['does not support', 'web_search'], certainty: 'likely', shared: true },
    { says: ['does not support', 'computer_20'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const path = fieldPath(evidence);
    if (path !== undefined && /^(?:messages|thinking|tool_choice|output_config|system)\b/.test(path)) return undefined;
    if (hit.sign.shared && evidence.subject !== 'claude') return undefined;
    const found = type.exec(evidence.reading?.flat.replaceAll(/\s+/g, ' ') ?? '');
    const name = found?.slice(1).find((group) => group !== undefined);
    return recognized(hit, { path, type: name, isFamily: name !== undefined && anthropicTool.test(name) });
  },
  explain: (tool) => {
    const name = tool?.type === undefined ? 'a tool of a type' : `a tool of the type \`${tool.type}\``;
    const why =
      tool !== undefined && tool.type !== undefined && !tool.isFamily
        ? 'A tool of your own has the type `custom`, or none; `function` belongs to the OpenAI dialect.'
        : 'Tools that Anthropic defines carry a version, and each version is bound to certain models and platforms, some of them to a beta header as well.';
    return `The request offers ${name} at ${named(tool?.path, 'one of its `tools`')} that is not available for this call. ${why}`;
  },
  remedies: (tool) => [
    tool?.type !== undefined && !tool.isFamily
      ? {
          action: 'Write the tool as the Messages API expects it.',
          run: '{"name": "my_tool", "description": "...", "input_schema": {"type": "object", "properties": {}}}',
        }
      : { action: 'Use a version that the message lists, or the one that the tool reference gives for this model.' },
    {
      action:
        'If the tool reference names a beta for this type, send it in `anthropic-beta` (through `client.beta.messages` with `betas`).',
    },
    {
      action:
        'On Bedrock, Google Cloud or Foundry, check that the platform offers the tool at all: web search, web fetch and code execution are missing on some.',
    },
  ],
  docs: pages.toolReference,
  settledBy: [
    {
      from: 'beta-header',
      test: 'Send the beta value that the tool reference names for this type; if the call passes, only the header was missing.',
    },
  ],
});
