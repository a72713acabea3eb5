import type { MessageCountTokensParams, MessageCreateParams } from '@anthropic-ai/sdk/resources/messages/messages';
import type { MessageCreateParams as BetaMessageCreateParams } from '@anthropic-ai/sdk/resources/beta/messages/messages';

const cached = { type: 'ephemeral', ttl: '1h' } as const;
const user = { role: 'user', content: 'Hello' } as const;

/** Requests that the compiler holds against the general types of the SDK; between them they use each part. */
export const requests = [
  { model: 'claude-opus-5', max_tokens: 100, messages: [] },
  {
    model: 'claude-sonnet-4-6',
    max_tokens: 0,
    stream: true,
    cache_control: cached,
    container: { id: null, skills: [{ type: 'anthropic', skill_id: 'pdf', version: 'latest' }] },
    diagnostics: { previous_message_id: null },
    inference_geo: 'us',
    metadata: { user_id: null },
    output_config: { effort: 'xhigh', format: { type: 'json_schema', schema: { type: 'object' } } },
    service_tier: 'standard_only',
    speed: 'fast',
    stop_sequences: ['END'],
    system: [{ type: 'text', text: 'Be brief.', cache_control: cached, citations: null }],
    thinking: { type: 'enabled', budget_tokens: 2000, display: 'omitted' },
    tool_choice: { type: 'tool', name: 'look_up', disable_parallel_tool_use: true },
    tools: [
      { name: 'look_up', input_schema: { type: 'object', properties: {}, required: ['a'], title: 'T' }, strict: true },
      {
        type: 'custom',
        name: 'other',
        description: '',
        input_schema: { type: 'object', properties: null },
        input_examples: [{ a: 1 }],
      },
      { type: 'bash_20250124', name: 'bash', allowed_callers: ['direct'] },
      {
        type: 'web_search_20260318',
        name: 'web_search',
        user_location: { type: 'approximate', city: 'Paris' },
        response_inclusion: 'full',
      },
      {
        type: 'web_fetch_20260318',
        name: 'web_fetch',
        url_sources: { user_input: { type: 'all' }, server_tool_results: { type: 'only', tools: [] } },
      },
      { type: 'computer_toolset_20260801', configs: { zoom: { enabled: false } } },
      { type: 'tool_search_tool_regex', name: 'tool_search_tool_regex' },
    ],
    messages: [
      {
        role: 'user',
        content: [
          {
            type: 'text',
            text: 'Look',
            citations: [
              {
                type: 'page_location',
                cited_text: 'a',
                document_index: 0,
                document_title: null,
                start_page_number: 1,
                end_page_number: 2,
              },
            ],
          },
          {
            type: 'image',
            source: { type: 'base64', media_type: 'image/webp', data: 'AA==' },
            transformations: { oversized_image: 'error' },
          },
          { type: 'image', source: { type: 'file', file_id: 'file_1' }, cache_control: null },
          {
            type: 'document',
            source: { type: 'content', content: [{ type: 'text', text: 'a' }] },
            title: 'T',
            context: null,
            citations: { enabled: true },
          },
          { type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } },
          { type: 'search_result', source: 'a', title: 'b', content: [{ type: 'text', text: 'c' }] },
          { type: 'container_upload', file_id: 'file_1' },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: '', signature: 'c2ln' },
          { type: 'redacted_thinking', data: 'AA==' },
          {
            type: 'server_tool_use',
            id: 'srvtoolu_1',
            name: 'web_search',
            input: { query: 'a' },
            caller: { type: 'direct' },
          },
          {
            type: 'web_search_tool_result',
            tool_use_id: 'srvtoolu_1',
            content: { type: 'web_search_tool_result_error', error_code: 'unavailable' },
          },
          {
            type: 'web_search_tool_result',
            tool_use_id: 'srvtoolu_1',
            content: [{ type: 'web_search_result', title: 'a', url: 'b', encrypted_content: 'c', page_age: null }],
          },
          {
            type: 'web_fetch_tool_result',
            tool_use_id: 'srvtoolu_1',
            content: {
              type: 'web_fetch_result',
              url: 'a',
              content: { type: 'document', source: { type: 'text', media_type: 'text/plain', data: '' } },
            },
          },
          {
            type: 'tool_use',
            id: 'toolu_1',
            name: 'look_up',
            input: {},
            caller: { type: 'code_execution_20250825', tool_id: 'srvtoolu_1' },
            toolset_name: null,
          },
        ],
      },
      {
        role: 'user',
        content: [
          {
            type: 'tool_result',
            tool_use_id: 'toolu_1',
            is_error: false,
            content: [
              { type: 'tool_reference', tool_name: 'other' },
              { type: 'browser_state', tabs: [] },
            ],
          },
        ],
      },
      { role: 'system', content: 'Be brief.' },
    ],
  },
] satisfies readonly MessageCreateParams[];

/** Requests that the compiler holds against the beta types of the SDK. */
export const betaRequests = [
  {
    model: 'claude-opus-5',
    max_tokens: 100,
    billing_policy: { type: 'billing_policy', bill_to: 'self' },
    compaction: { type: 'summarize', instructions: null },
    context_management: {
      edits: [
        { type: 'clear_thinking_20251015', keep: 'all' },
        { type: 'clear_thinking_20251015', keep: { type: 'thinking_turns', value: 2 } },
        { type: 'clear_tool_uses_20250919', clear_tool_inputs: ['look_up'], trigger: { type: 'tool_uses', value: 3 } },
        { type: 'compact_20260112', trigger: { type: 'input_tokens', value: 60_000 }, pause_after_compaction: true },
      ],
    },
    fallback_credit_token: { token: 'a', mode: 'strict' },
    fallbacks: [{ model: 'claude-opus-4-8', max_tokens: null, anything: 'else' }],
    mcp_servers: [
      { type: 'url', name: 'docs', url: 'https://example.com/mcp', tool_configuration: { allowed_tools: null } },
    ],
    output_config: { task_budget: { type: 'tokens', total: 20_000, remaining: null } },
    output_format: { type: 'json_schema', schema: {} },
    thinking: { type: 'adaptive', display: 'updates', block_binding: { prefix_mismatch_behavior: 'drop_block' } },
    thread: { type: 'continue', previous_message_id: 'msg_1' },
    tools: [
      {
        type: 'mcp_toolset',
        mcp_server_name: 'docs',
        configs: { find: { enabled: true } },
        default_config: { defer_loading: false },
      },
      { type: 'computer_20251124', name: 'computer', display_width_px: 800, display_height_px: 600, enable_zoom: true },
      { type: 'advisor_20260301', name: 'advisor', model: 'claude-opus-5', caching: cached },
    ],
    messages: [
      user,
      {
        role: 'assistant',
        content: [
          { type: 'mcp_tool_use', id: 'mcptoolu_1', name: 'find', server_name: 'docs', input: {} },
          { type: 'mcp_tool_result', tool_use_id: 'mcptoolu_1', content: 'Found' },
          { type: 'compaction', content: null, tool_changes: [] },
          { type: 'fallback', from: { model: 'a' }, to: { model: 'b' } },
        ],
      },
      user,
      {
        role: 'system',
        clear_at: 'next_user_message',
        output_config: { effort: 'low' },
        content: [
          {
            type: 'tool_addition',
            tool: { type: 'tool_definition', definition: { name: 'late', input_schema: { type: 'object' } } },
          },
        ],
      },
    ],
  },
  {
    model: 'claude-opus-5',
    max_tokens: 100,
    fallbacks: 'default',
    thread: { type: 'create' },
    messages: [user, { role: 'system', output_config: null }],
  },
] satisfies readonly BetaMessageCreateParams[];

/** Requests to count tokens. */
export const tokenRequests = [
  {
    model: 'claude-opus-5',
    messages: [user],
    system: 'Be brief.',
    tools: [],
    thinking: { type: 'disabled' },
    speed: null,
  },
] satisfies readonly MessageCountTokensParams[];
