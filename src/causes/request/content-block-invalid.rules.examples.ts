import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'content-block-invalid';
const newest = { headers: { 'anthropic-version': '2026-10-21' }, headersKnown: true };
const older = { headers: { 'anthropic-version': '2023-06-01' }, headersKnown: true };
const document: JsonObject = {
  type: 'document',
  source: { type: 'text', media_type: 'text/plain', data: 'The Inn flows into the Danube.' },
};
const quote: JsonObject = {
  type: 'text',
  text: 'The Inn flows into the Danube.',
  citations: [
    {
      type: 'char_location',
      cited_text: 'The Inn flows into the Danube.',
      document_index: 0,
      document_title: 'Rivers',
      start_char_index: 0,
      end_char_index: 30,
    },
  ],
};
const found: JsonObject = {
  type: 'search_result',
  source: 'https://example.com/inn',
  title: 'Inn',
  content: [{ type: 'text', text: 'The Inn is 518 km long.' }],
};
const turns = (assistant: readonly JsonObject[], user: readonly JsonObject[] = [{ type: 'text', text: 'Go on.' }]) =>
  exampleRequest({
    messages: [
      { role: 'user', content: 'Which rivers flow through Passau?' },
      { role: 'assistant', content: assistant },
      { role: 'user', content: user },
    ],
  });
const lookup: JsonObject = { type: 'tool_use', id: 'toolu_1', name: 'look_up_river', input: {} };
const result = (content: readonly JsonObject[], tools: readonly JsonObject[] = [exampleTool()]) => ({
  body: { ...turns([lookup], [{ type: 'tool_result', tool_use_id: 'toolu_1', content }]), tools },
});
const upload: JsonObject = { type: 'container_upload', file_id: 'file_rivers' };

/** Requests with blocks that the rest of the request does not allow, each with its nearest accepted neighbor. */
export const contentBlockInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'container-upload',
    breaks: { body: exampleRequest({ messages: [{ role: 'user', content: [upload] }] }) },
    expected: {
      cause,
      path: 'messages',
      message: 'container_upload blocks can only be used when a code execution tool is enabled',
    },
    spares: {
      body: exampleRequest({
        messages: [{ role: 'user', content: [upload] }],
        tools: [{ type: 'code_execution_20260120', name: 'code_execution' }],
      }),
    },
  },
  {
    row: 'doc-in-assistant',
    breaks: { body: turns([document]), ...newest },
    expected: {
      cause,
      path: 'messages.1.content.0',
      message: 'An assistant message cannot hold a `document` since API version 2026-10-21.',
    },
    spares: { body: turns([document]), ...older },
  },
  {
    row: 'user-text-citations',
    breaks: { body: turns([{ type: 'text', text: 'The Inn.' }], [quote]), ...newest },
    expected: {
      cause,
      path: 'messages.2.content.0.text.citations',
      message: 'A text in a user message cannot carry `citations` since API version 2026-10-21.',
    },
    spares: { body: turns([quote]), ...newest },
  },
  {
    row: 'search-result-role',
    breaks: { body: turns([found]) },
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.1.content.0',
      message: '`search_result` blocks can only be in `user` messages.',
    },
    spares: { body: turns([{ type: 'text', text: 'The Inn.' }], [found]) },
  },
  {
    row: 'tr-search-results',
    breaks: result([found, { type: 'text', text: 'More may follow.' }]),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.2.content.0.tool_result.content',
      message: 'A `tool_result` that holds `search_result` blocks may hold nothing else.',
    },
    spares: result([found, found]),
  },
  {
    row: 'tool-reference-unknown',
    breaks: result([{ type: 'tool_reference', tool_name: 'look_up_lake' }]),
    expected: { cause, path: '', message: "Tool reference 'look_up_lake' not found in available tools" },
    spares: result(
      [{ type: 'tool_reference', tool_name: 'look_up_lake' }],
      [exampleTool(), exampleTool({ name: 'look_up_lake', defer_loading: true })],
    ),
  },
];
