import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'tool-result-missing';
const ask = { role: 'user', content: 'How long are the Inn and the Enns?' };
const call = (id: string): unknown => ({ type: 'tool_use', id, name: 'look_up_river', input: { name: id } });
const result = (id: string): unknown => ({ type: 'tool_result', tool_use_id: id, content: '517 km' });
const text = { type: 'text', text: 'One moment.' };
const user = (...content: readonly unknown[]): unknown => ({ role: 'user', content });
const assistant = (...content: readonly unknown[]): unknown => ({ role: 'assistant', content });
const says = (...messages: readonly unknown[]): Readonly<Record<string, unknown>> =>
  exampleRequest({ tools: [exampleTool()], messages });
const missing = (...ids: readonly string[]): string =>
  `\`tool_use\` ids were found without \`tool_result\` blocks immediately after: ${ids.join(', ')}. Each \`tool_use\` block must have a corresponding \`tool_result\` block in the next message.`;

const search = { type: 'server_tool_use', id: 'srvtoolu_inn', name: 'web_search', input: { query: 'Inn' } };
const found = { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_inn', content: [] };
const webSearch = { type: 'web_search_20250305', name: 'web_search' };

/** Calls without results, and the answers that pass. */
export const toolResultMissingRuleExamples: readonly RuleExample[] = [
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn'), call('enns')), user(result('inn'))) },
    expected: { cause, path: 'messages.1', message: missing('enns') },
    spares: { body: says(ask, assistant(call('inn'), call('enns')), user(result('enns')), user(result('inn'), text)) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn')), { role: 'user', content: 'Never mind.' }) },
    expected: { cause, path: 'messages.1', message: missing('inn') },
    spares: { body: says(ask, assistant(call('inn')), user(result('inn'), text)) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn')), user(text, result('inn'))) },
    expected: { cause, path: 'messages.1', message: missing('inn') },
    spares: { body: says(ask, assistant(call('inn')), user(result('inn'))) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn'), call('enns')), user(result('inn'), text), user(result('enns'))) },
    expected: { cause, path: 'messages.1', message: missing('enns') },
    spares: { body: says(ask, assistant(call('inn'), call('enns')), user(result('inn')), user(result('enns'), text)) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn'), text), user(result('inn'))) },
    expected: { cause, path: 'messages.1', message: missing('inn') },
    spares: { body: says(ask, assistant(text), assistant(call('inn')), user(result('inn'))) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(ask, assistant(call('inn')), user(result('donau'))) },
    expected: { cause, path: 'messages.1', message: missing('inn') },
    spares: { body: says(ask, assistant(call('inn')), user(result('inn'))) },
  },
  {
    row: 'tr-missing',
    breaks: { body: says(assistant(call('inn')), ask) },
    expected: { cause, path: 'messages.1', message: missing('inn') },
    spares: { body: says(assistant(call('inn')), user(result('inn'))) },
  },
  {
    row: 'tr-missing',
    breaks: {
      body: exampleRequest({
        model: 'claude-3-7-sonnet-20250219',
        tools: [exampleTool()],
        messages: [ask, assistant(call('inn'), call('enns')), user(text)],
      }),
      asOf: '2025-03-01',
    },
    expected: {
      cause,
      path: 'messages.2',
      message:
        'Did not find 2 `tool_result` block(s) at the beginning of this message. Messages following `tool_use` blocks must begin with a matching number of `tool_result` blocks.',
    },
    spares: {
      body: exampleRequest({
        model: 'claude-3-7-sonnet-20250219',
        tools: [exampleTool()],
        messages: [ask, assistant(call('inn'), call('enns')), user(result('inn'), result('enns'))],
      }),
      asOf: '2025-03-01',
    },
  },
  {
    row: 'server-tool-unpaired',
    breaks: { body: exampleRequest({ tools: [webSearch], messages: [ask, assistant(search, text), ask] }) },
    expected: {
      cause,
      path: 'messages.1',
      message:
        '`web_search` tool use with id `srvtoolu_inn` was found without a corresponding `web_search_tool_result` block',
    },
    spares: { body: exampleRequest({ messages: [ask, assistant(search, found, text), ask] }) },
  },
  {
    row: 'server-result-no-tool',
    breaks: { body: exampleRequest({ model: 'claude-haiku-4-5', messages: [ask, assistant(text, search)] }) },
    expected: {
      cause,
      path: 'messages.1',
      message:
        '`web_search` tool use with id `srvtoolu_inn` was found without a corresponding `web_search_tool_result` block, but no `web_search` tool was provided',
    },
    spares: { body: exampleRequest({ tools: [webSearch], messages: [ask, assistant(text, search)] }) },
  },
];
