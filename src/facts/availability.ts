/** Under which values of `anthropic-beta` the API takes something, and since when without any. */
export interface Availability {
  /** Any one of these is enough. */
  readonly betas: readonly string[];
  /** First day on which it needs none (ISO); absent: it still needs one. */
  readonly generalSince?: string;
  /** Requests without the value were accepted too, or the documentation contradicts itself: a reason to warn only. */
  readonly isUnsure?: boolean;
}

const toolChanges = ['mid-conversation-tool-changes-2026-07-01', 'inline-tools-2026-09-15'];
const mcpToolset = ['mcp-client-2025-11-20', 'mcp-client-2026-09-15'];
const mcpServers = ['mcp-client-2025-04-04', ...mcpToolset];
const fallbacks = ['server-side-fallback-2026-06-01', 'server-side-fallback-2026-07-01'];
const fallbackCredit = ['fallback-credit-2026-06-01', 'fallback-credit-2026-07-01'];
const compaction = ['compact-2026-01-12', 'compact-2026-09-04'];
const blockBinding: Availability = { betas: ['thinking-binding-controls-2026-08-01'] };
const displayUpdates: Availability = { betas: ['thinking-display-updates-2026-08-18'] };
const contextManagement: Availability = { betas: ['context-management-2025-06-27', 'compact-2026-01-12'] };
const compactionConfig: Availability = { betas: ['compact-2026-09-04'] };
const billing: Availability = { betas: ['user-profiles-billing-2026-10-01'] };
const mcp: Availability = { betas: mcpServers };
const structuredOutputs = ['structured-outputs-2025-11-13', 'structured-outputs-2025-12-15'];
const advancedTools: Availability = {
  betas: ['advanced-tool-use-2025-11-20', 'tool-search-tool-2025-10-19', 'tool-examples-2025-10-29'],
  generalSince: '2026-02-17',
};
const outputFormat: Availability = { betas: structuredOutputs };
const computerUse = (date: string): Availability => ({ betas: [`computer-use-${date}`] });

/**
 * Everything that the API takes only, or once took only, with a beta value. Keys: `Shape.member`, `Shape.member=value`
 * for a value, `=tag` for a content block or tool type. From the documentation, release notes and recorded requests,
 * compared on 2026-11-22. A member that only the beta types of the SDK have must stand here.
 */
export const availability: Readonly<Record<string, Availability>> = {
  'MessageCreateParams.context_management': contextManagement,
  'MessageCountTokensParams.context_management': contextManagement,
  'MessageCreateParams.compaction': compactionConfig,
  'MessageCountTokensParams.compaction': compactionConfig,
  'MessageCreateParams.billing_policy': billing,
  'MessageCountTokensParams.billing_policy': billing,
  'MessageCreateParams.mcp_servers': mcp,
  'MessageCountTokensParams.mcp_servers': mcp,
  // Replaced on 2026-01-29; the old form was kept with its header (recorded to 2026-04-05).
  'MessageCreateParams.output_format': outputFormat,
  'MessageCountTokensParams.output_format': outputFormat,
  'MessageCreateParams.fallbacks': { betas: fallbacks },
  'MessageCreateParams.fallback_credit_token': { betas: fallbackCredit },
  'MessageCreateParams.thread': { betas: ['message-threads-2026-08-12'] },
  'MessageCreateParams.speed': { betas: ['fast-mode-2026-02-01'], generalSince: '2026-10-15' },
  'MessageCountTokensParams.speed': { betas: ['fast-mode-2026-02-01'], generalSince: '2026-10-15' },
  // Eight documentation examples with known headers lack it.
  'ContainerParams.skills': { betas: ['skills-2025-10-02'], isUnsure: true },
  'OutputConfig.task_budget': { betas: ['task-budgets-2026-03-13'] },
  'OutputConfig.effort': { betas: ['effort-2025-11-24'], generalSince: '2026-02-05' },
  'ThinkingConfigEnabled.block_binding': blockBinding,
  'ThinkingConfigAdaptive.block_binding': blockBinding,
  'ThinkingConfigEnabled.display=updates': displayUpdates,
  'ThinkingConfigAdaptive.display=updates': displayUpdates,
  'SystemMessageParam.output_config': { betas: ['mid-conversation-output-config-2026-07-01'] },
  'SystemMessageParam.clear_at': { betas: ['mid-conversation-system-clear-at-2026-08-21'] },
  'SystemMessageParam.content': { betas: ['mid-conversation-output-config-2026-07-01'] },
  'ServerToolUseBlockParam.name=advisor': { betas: ['advisor-tool-2026-03-01'] },
  'Tool.strict': { betas: structuredOutputs, generalSince: '2026-01-29' },
  'Tool.eager_input_streaming': { betas: ['fine-grained-tool-streaming-2025-05-14'], generalSince: '2026-02-05' },
  'Tool.defer_loading': advancedTools,
  'Tool.input_examples': advancedTools,
  'Tool.allowed_callers': advancedTools,

  '=advisor_tool_result': { betas: ['advisor-tool-2026-03-01'] },
  '=mcp_tool_use': mcp,
  '=mcp_tool_result': mcp,
  '=mcp_tool_listing': { betas: mcpToolset },
  '=compaction': { betas: compaction },
  '=tool_addition': { betas: toolChanges },
  '=tool_removal': { betas: toolChanges },
  '=fallback': { betas: fallbacks },

  '=bash_20241022': computerUse('2024-10-22'),
  '=text_editor_20241022': computerUse('2024-10-22'),
  '=computer_20241022': computerUse('2024-10-22'),
  '=computer_20250124': computerUse('2025-01-24'),
  '=computer_20251124': computerUse('2025-11-24'),
  '=advisor_20260301': { betas: ['advisor-tool-2026-03-01'] },
  '=mcp_toolset': { betas: mcpToolset },
  '=code_execution_20250522': { betas: ['code-execution-2025-05-22'], generalSince: '2026-02-17' },
  '=code_execution_20250825': { betas: ['code-execution-2025-08-25'], generalSince: '2026-02-17' },
  '=web_fetch_20250910': { betas: ['web-fetch-2025-09-10'], generalSince: '2026-02-17' },
  '=memory_20250818': { betas: ['context-management-2025-06-27'], generalSince: '2026-02-17' },
  '=tool_search_tool_bm25_20251119': advancedTools,
  '=tool_search_tool_bm25': advancedTools,
  '=tool_search_tool_regex_20251119': advancedTools,
  '=tool_search_tool_regex': advancedTools,
};

/**
 * First day on which a tag needed no beta value, for the list of tags that the API names; tags that are missing here
 * are older, or need one still. Of the release notes up to 2026-07-17, and the SDK's after that.
 */
export const tagsSince: Readonly<Record<string, string>> = {
  document: '2024-12-17',
  content: '2025-01-23',
  thinking: '2025-02-24',
  redacted_thinking: '2025-02-24',
  url: '2025-02-27',
  none: '2025-02-27',
  server_tool_use: '2025-05-07',
  web_search_tool_result: '2025-05-07',
  search_result: '2025-08-08',
  adaptive: '2026-02-05',
  code_execution_tool_result: '2026-02-17',
  bash_code_execution_tool_result: '2026-02-17',
  text_editor_code_execution_tool_result: '2026-02-17',
  web_fetch_tool_result: '2026-02-17',
  tool_search_tool_result: '2026-02-17',
  container_upload: '2026-02-17',
  file: '2026-08-27',
  between_tools: '2026-09-28',

  bash_20250124: '2025-02-24',
  text_editor_20250124: '2025-02-24',
  web_search_20250305: '2025-05-07',
  text_editor_20250429: '2025-05-14',
  text_editor_20250728: '2025-07-28',
  web_search_20260209: '2026-02-17',
  web_fetch_20260209: '2026-02-17',
  web_fetch_20260309: '2026-03-09',
  code_execution_20260120: '2026-02-17',
  code_execution_20260521: '2026-06-11',
  web_search_20260318: '2026-06-11',
  web_fetch_20260318: '2026-06-11',
  browser_toolset_20260801: '2026-08-01',
  computer_toolset_20260801: '2026-08-01',
};
