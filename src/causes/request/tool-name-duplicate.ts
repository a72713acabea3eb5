import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Two tools of one request have the same name. */
export const toolNameDuplicate = defineCause({
  id: 'tool-name-duplicate',
  refines: 'tool-name-invalid',
  title: 'Two tools have the same name',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'tool_name_conflict' },
    { says: 'tools: tool names must be' },
    { says: 'tool names must be unique' },
    { says: 'tool_name_conflict' },
    { says: ['toolconfig.tools', 'duplicate'], certainty: 'likely' },
    {
      says: 'duplicate tool name',
      pattern: /duplicate tool names?(?: found| detected| in\b|:| ["'\u0060])/i,
      certainty: 'likely',
      shared: true,
    },
    { says: ['duplicate function declaration'], platform: 'vertex', certainty: 'possible', shared: true },
  ],
  retold: ['duplicate tool names', 'two tools with the same name'],
  explain: (_, { response }) =>
    response?.errorCode === 'tool_name_conflict'
      ? 'A tool that is made available in the middle of the conversation takes a name that another tool already holds at that point. The model calls tools by name, so each name can stand for one tool only.'
      : 'The request offers two tools under the same name. The model calls tools by name, so each name can stand for one tool only; the names of Anthropic-defined tools, such as `web_search` or `bash`, count too.',
  remedies: () => [
    { action: 'Find the names that occur twice.', run: "jq -r '.tools[].name' request.json | sort | uniq -d" },
    {
      action:
        'Send each tool once: lists that are merged on every turn, a retried registration and the same MCP server configured twice are the usual reasons.',
    },
    { action: 'Put the server name before the tools of each MCP server, so that two servers cannot collide.' },
  ],
  docs: pages.implementToolUse,
});
