import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'tool-type-unsupported';
const computer = {
  type: 'computer_20251124',
  name: 'computer',
  display_width_px: 1280,
  display_height_px: 800,
};
const sending = (beta: string) => ({
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': beta },
  headersKnown: true,
});
const withTools = (...tools: readonly JsonObject[]) => ({ body: exampleRequest({ model: 'claude-opus-5', tools }) });
const notForModel = "'claude-opus-5-5' does not support tool types: computer_20251124.";

/** Requests whose tool types do not fit, each with its nearest accepted neighbor. */
export const toolTypeUnsupportedRuleExamples: readonly RuleExample[] = [
  {
    row: 'tool-model-mismatch',
    breaks: {
      body: exampleRequest({ model: 'claude-opus-4-7', tools: [{ ...computer, type: 'computer_20241022' }] }),
      ...sending('computer-use-2024-10-22'),
    },
    expected: { cause, path: '', message: "'claude-opus-4-7' does not support tool types: computer_20241022." },
    spares: {
      body: exampleRequest({ model: 'claude-opus-4-7', tools: [computer] }),
      ...sending('computer-use-2025-11-24'),
    },
  },
  {
    row: 'tool-model-mismatch',
    breaks: {
      body: exampleRequest({ model: 'claude-sonnet-4-6', tools: [{ ...computer, type: 'computer_20250124' }] }),
      ...sending('computer-use-2025-01-24'),
    },
    expected: { cause, path: '', message: "'claude-sonnet-4-6' does not support tool types: computer_20250124." },
    spares: {
      body: exampleRequest({ model: 'claude-sonnet-4-5', tools: [{ ...computer, type: 'computer_20250124' }] }),
      ...sending('computer-use-2025-01-24'),
    },
  },
  {
    row: 'tool-model-mismatch',
    breaks: { body: exampleRequest({ model: 'claude-haiku-4-5', tools: [{ type: 'browser_toolset_20260801' }] }) },
    expected: { cause, path: '', message: "'claude-haiku-4-5' does not support tool types: browser_toolset_20260801." },
    spares: { body: exampleRequest({ model: 'claude-opus-5', tools: [{ type: 'browser_toolset_20260801' }] }) },
  },
  {
    row: 'computer-old-tool',
    breaks: {
      body: exampleRequest({ model: 'claude-opus-5-5', tools: [computer] }),
      ...sending('computer-use-2025-11-24'),
    },
    expected: { cause, path: '', message: notForModel },
    spares: {
      body: exampleRequest({ model: 'claude-opus-5-5', tools: [{ type: 'computer_toolset_20260801' }] }),
    },
  },
  {
    row: 'tool-type-platform',
    breaks: {
      body: exampleRequest({
        model: 'claude-haiku-4-5@20251001',
        tools: [{ type: 'code_execution_20260120', name: 'code_execution' }],
      }),
      platform: 'vertex',
    },
    expected: {
      cause,
      severity: 'warning',
      path: 'tools.0.type',
      message: '`code_execution_20260120` is not available on Google Cloud.',
    },
    spares: {
      body: exampleRequest({
        model: 'claude-haiku-4-5@20251001',
        tools: [{ type: 'web_search_20250305', name: 'web_search' }],
      }),
      platform: 'vertex',
    },
  },
  {
    row: 'tool-domains-both',
    breaks: withTools({
      type: 'web_search_20250305',
      name: 'web_search',
      allowed_domains: ['example.com'],
      blocked_domains: ['example.org'],
    }),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'tools.0.web_search_20250305',
      message: 'Only one of `allowed_domains` and `blocked_domains` may be given.',
    },
    spares: withTools({ type: 'web_search_20250305', name: 'web_search', allowed_domains: ['example.com'] }),
  },
  {
    row: 'defer-all',
    breaks: withTools(exampleTool({ defer_loading: true })),
    expected: {
      cause,
      path: '',
      message: 'At least one tool must have defer_loading=false. All tools cannot be deferred.',
    },
    spares: withTools(
      { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex' },
      exampleTool({ defer_loading: true }),
    ),
  },
];
