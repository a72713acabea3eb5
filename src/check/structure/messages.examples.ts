import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { called, example, lookUp, plain, saying, sent, under, unknownTag, user } from './example.ts';

const required = 'Field required';
const extra = 'Extra inputs are not permitted';

/** The content blocks that need no beta value, as the API lists them. */
const blockTags = [
  'bash_code_execution_tool_result',
  'code_execution_tool_result',
  'container_upload',
  'document',
  'image',
  'redacted_thinking',
  'search_result',
  'server_tool_use',
  'text',
  'text_editor_code_execution_tool_result',
  'thinking',
  'tool_result',
  'tool_search_tool_result',
  'tool_use',
  'web_fetch_tool_result',
  'web_search_tool_result',
];

/** Those of June 2025. */
const blockTagsOf2025 = [
  'document',
  'image',
  'redacted_thinking',
  'server_tool_use',
  'text',
  'thinking',
  'tool_result',
  'tool_use',
  'web_search_tool_result',
];

function thought(block: JsonObject): JsonObject {
  const thinking = { type: 'thinking', thinking: 'Hm', signature: 'c2lnbmVk', ...block };
  return saying(
    ...plain.messages,
    { role: 'assistant', content: [thinking, { type: 'text', text: 'Hi' }] },
    { role: 'user', content: 'Go on' },
  );
}

function directed(item: JsonObject): JsonObject {
  return { ...saying(...plain.messages, { role: 'system', ...item }), model: 'claude-opus-5' };
}

const text = { type: 'text', text: 'Hello' };

/** Faults of the items of `messages` and of their blocks. */
export const messageExamples: readonly RuleExample[] = [
  example({
    row: 'messages-required/type',
    cause: 'field-missing',
    says: `messages: ${required}`,
    breaks: { model: plain.model, max_tokens: 1 },
    spares: plain,
  }),
  example({
    row: 'messages-required/type',
    cause: 'field-invalid',
    says: 'messages: Input should be a valid array',
    breaks: { ...plain, messages: 'Hello' },
    spares: plain,
  }),
  example({
    row: 'item-not-object',
    cause: 'field-invalid',
    says: 'messages.0: Input does not match the expected shape.',
    breaks: saying('Hello'),
    spares: plain,
  }),
  example({
    row: 'item-role-missing',
    cause: 'field-missing',
    says: `messages.0.role: ${required}`,
    breaks: saying({ content: 'Hello' }),
    spares: plain,
  }),
  example({
    row: 'item-role-unknown',
    cause: 'role-invalid',
    says: 'messages: Unexpected role "developer". Allowed roles are "user" or "assistant"',
    breaks: saying({ role: 'developer', content: 'Hello' }),
    spares: plain,
  }),
  example({
    row: 'item-content-missing/type',
    cause: 'field-missing',
    says: `messages.0.content: ${required}`,
    breaks: saying({ role: 'user' }),
    spares: plain,
  }),
  example({
    row: 'item-content-missing/type',
    cause: 'field-invalid',
    says: 'messages.0.content: Input should be a valid array',
    breaks: saying({ role: 'user', content: null }),
    spares: plain,
  }),
  example({
    row: 'item-extra',
    cause: 'field-unknown',
    says: `messages.0.name: ${extra}`,
    breaks: saying({ role: 'user', content: 'Hello', name: 'me' }),
    spares: plain,
  }),
  example({
    row: 'block-not-object',
    cause: 'field-invalid',
    says: 'messages.0.content.0: Input should be an object',
    breaks: user('Hello'),
    spares: user(text),
  }),
  example({
    row: 'block-type-missing',
    cause: 'field-missing',
    says: `messages.0.content.0.type: ${required}`,
    breaks: user({ text: 'Hello' }),
    spares: user(text),
  }),
  example({
    row: 'block-type-missing',
    cause: 'content-block-invalid',
    says: "messages.0.content.0: Unable to extract tag using discriminator 'type'",
    breaks: user({ text: 'Hello' }),
    spares: user(text),
    both: { asOf: '2025-06-01' },
  }),
  example({
    row: 'block-type-unknown',
    cause: 'content-block-invalid',
    says: `messages.0.content.0: ${unknownTag('image_url', blockTagsOf2025)}`,
    breaks: user({ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }),
    spares: user({ type: 'image', source: { type: 'url', url: 'https://example.com/a.png' } }),
    both: { asOf: '2025-06-15' },
  }),
  example({
    row: 'block-type-unknown',
    cause: 'content-block-invalid',
    says: `messages.0.content.0: ${unknownTag('input_text', blockTags)}`,
    breaks: user({ type: 'input_text', text: 'Hello' }),
    spares: user(text),
  }),
  example({
    row: 'block-type-unknown',
    cause: 'content-block-invalid',
    says: `messages.1.content.0: ${unknownTag('mcp_tool_use', blockTags)}`,
    breaks: saying(
      ...plain.messages,
      {
        role: 'assistant',
        content: [{ type: 'mcp_tool_use', id: 'mcptoolu_1', name: 'find', server_name: 'docs', input: {} }],
      },
      ...plain.messages,
    ),
    spares: saying(...plain.messages, { role: 'assistant', content: [text] }, ...plain.messages),
    both: sent(),
  }),
  example({
    row: 'sys-output-config',
    cause: 'beta-header',
    says: `messages.1.output_config: ${extra}`,
    breaks: directed({ content: [], output_config: { effort: 'low' } }),
    broken: sent(),
    spares: directed({ content: [], output_config: { effort: 'low' } }),
    spared: under('mid-conversation-output-config-2026-07-01'),
  }),
  example({
    row: 'sys-clear-at',
    cause: 'beta-header',
    says: `messages.1.clear_at: ${extra}`,
    breaks: directed({ content: 'Be brief.', clear_at: 'never' }),
    broken: sent(),
    spares: directed({ content: 'Be brief.', clear_at: 'never' }),
    spared: under('mid-conversation-system-clear-at-2026-08-21'),
  }),
  example({
    row: 'sys-tool-change',
    cause: 'content-block-invalid',
    says: `messages.1.content.0: ${unknownTag('tool_removal', blockTags)}`,
    breaks: {
      ...directed({ content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: 'look_up' } }] }),
      tools: [lookUp],
    },
    broken: sent(),
    spares: {
      ...directed({ content: [{ type: 'tool_removal', tool: { type: 'tool_reference', name: 'look_up' } }] }),
      tools: [lookUp],
    },
    spared: under('mid-conversation-tool-changes-2026-07-01'),
  }),
  example({
    row: 'cc-thinking',
    cause: 'cache-control-invalid',
    says: `messages.1.content.0.thinking.cache_control: ${extra}`,
    breaks: thought({ cache_control: { type: 'ephemeral' } }),
    spares: thought({}),
  }),
  example({
    row: 'signature-missing',
    cause: 'thinking-signature-invalid',
    says: `messages.1.content.0.thinking.signature: ${required}`,
    breaks: thought({ signature: undefined }),
    spares: thought({}),
  }),
  example({
    row: 'signature-missing',
    cause: 'field-missing',
    says: `messages.1.content.0.thinking.thinking: ${required}`,
    breaks: thought({ thinking: undefined }),
    spares: thought({ thinking: '' }),
  }),
  example({
    row: 'tu-id-pattern',
    cause: 'tool-use-id-invalid',
    says: "messages.1.content.0.tool_use.id: String should match pattern '^[a-zA-Z0-9_-]+$'",
    breaks: called({ id: 'call 1' }, { tool_use_id: 'call 1' }),
    spares: called({ id: 'call-1' }, { tool_use_id: 'call-1' }),
  }),
  example({
    row: 'tu-input',
    cause: 'field-invalid',
    says: 'messages.1.content.0.tool_use.input: Input should be an object',
    breaks: called({ input: '{}' }),
    spares: called({ input: {} }),
  }),
  example({
    row: 'tu-input',
    cause: 'field-invalid',
    says: 'messages.1.content.0.tool_use.input: Input should be a valid dictionary',
    breaks: called({ input: null }),
    spares: called({}),
    both: { asOf: '2025-06-01' },
  }),
  example({
    row: 'tu-extra',
    cause: 'field-unknown',
    says: `messages.1.content.0.tool_use.text: ${extra}`,
    breaks: called({ text: '' }),
    spares: called({ caller: { type: 'direct' } }),
  }),
  example({
    row: 'tr-id-missing',
    cause: 'tool-use-id-invalid',
    says: `messages.2.content.0.tool_result.tool_use_id: ${required}`,
    breaks: called({}, { tool_use_id: undefined }),
    spares: called({}),
  }),
  example({
    row: 'srvtoolu-pattern',
    cause: 'tool-use-id-invalid',
    severity: 'warning',
    says: "messages.1.content.0.server_tool_use.id: String should match pattern '^srvtoolu_[a-zA-Z0-9_]+$'",
    breaks: saying(
      ...plain.messages,
      {
        role: 'assistant',
        content: [
          { type: 'server_tool_use', id: 'toolu_1', name: 'web_search', input: {} },
          { type: 'web_search_tool_result', tool_use_id: 'toolu_1', content: [] },
        ],
      },
      ...plain.messages,
    ),
    spares: saying(
      ...plain.messages,
      {
        role: 'assistant',
        content: [
          { type: 'server_tool_use', id: 'srvtoolu_1', name: 'web_search', input: {} },
          { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_1', content: [] },
        ],
      },
      ...plain.messages,
    ),
  }),
];
