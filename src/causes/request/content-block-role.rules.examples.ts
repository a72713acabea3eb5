import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'content-block-invalid';
const ask = { role: 'user', content: 'How long is the Inn?' };
const call = { type: 'tool_use', id: 'toolu_inn', name: 'look_up_river', input: { name: 'Inn' } };
const result = { type: 'tool_result', tool_use_id: 'toolu_inn', content: '517 km' };
const thinking = { type: 'thinking', thinking: 'A river in Tyrol.', signature: 'c2lnbmF0dXJl' };
const search = { type: 'server_tool_use', id: 'srvtoolu_inn', name: 'web_search', input: { query: 'Inn' } };
const found = { type: 'web_search_tool_result', tool_use_id: 'srvtoolu_inn', content: [] };
const upload = { type: 'container_upload', file_id: 'file_inn' };
const runsCode = { type: 'code_execution_20250825', name: 'code_execution' };
const text = { type: 'text', text: '517 km.' };
const says = (members: Readonly<Record<string, unknown>>): { readonly body: Readonly<Record<string, unknown>> } => ({
  body: exampleRequest({ tools: [exampleTool(), runsCode], ...members }),
});
const answered = says({
  messages: [ask, { role: 'assistant', content: [thinking, call] }, { role: 'user', content: [result] }],
});

/** Blocks in a message of the wrong role. */
export const contentBlockRoleRuleExamples: readonly RuleExample[] = [
  {
    row: 'block-wrong-role',
    breaks: says({ messages: [{ role: 'user', content: [text, call] }] }),
    expected: { cause, path: 'messages.0', message: '`tool_use` blocks can only be in `assistant` messages' },
    spares: answered,
  },
  {
    row: 'block-wrong-role',
    breaks: says({ messages: [ask, { role: 'assistant', content: [result] }, ask] }),
    expected: { cause, path: 'messages.1', message: '`tool_result` blocks can only be in `user` messages' },
    spares: answered,
  },
  {
    row: 'block-wrong-role',
    breaks: says({ messages: [{ role: 'user', content: [search, found, text] }] }),
    expected: { cause, path: 'messages.0', message: '`server_tool_use` blocks can only be in `assistant` messages' },
    spares: says({ messages: [ask, { role: 'assistant', content: [search, found, text] }, ask] }),
  },
  {
    row: 'block-wrong-role',
    breaks: says({ messages: [{ role: 'user', content: [thinking, text] }] }),
    expected: {
      cause,
      path: 'messages.0.content',
      message: 'thinking blocks may only be in `assistant` messages',
    },
    spares: answered,
  },
  {
    row: 'block-wrong-role',
    breaks: says({ messages: [ask, { role: 'assistant', content: [text, upload] }, ask] }),
    expected: { cause, path: '', message: "'container_upload' blocks are not permitted within assistant turns" },
    spares: says({ messages: [{ role: 'user', content: [text, upload] }] }),
  },
  {
    row: 'sys-blocks',
    breaks: {
      body: exampleRequest({
        model: 'claude-opus-4-8',
        messages: [
          ask,
          { role: 'system', content: [{ type: 'image', source: { type: 'url', url: 'https://example.com/inn.png' } }] },
        ],
      }),
    },
    expected: {
      cause,
      path: 'messages.1',
      message: "role 'system' supports text, tool_addition, and tool_removal blocks only",
    },
    spares: {
      body: exampleRequest({ model: 'claude-opus-4-8', messages: [ask, { role: 'system', content: [text] }] }),
    },
  },
];
