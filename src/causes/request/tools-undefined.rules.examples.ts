import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const afterToolUse = exampleRequest({
  model: 'claude-3-5-sonnet-20241022',
  messages: [
    { role: 'user', content: 'How long is the Inn?' },
    { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_inn', name: 'look_up_river', input: {} }] },
    { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_inn', content: '518 km' }] },
  ],
});

/** Requests whose tool blocks have no definitions, each with its nearest accepted neighbor. */
export const toolsUndefinedRuleExamples: readonly RuleExample[] = [
  {
    row: 'tools-undefined',
    breaks: { body: afterToolUse, asOf: '2025-01-15' },
    expected: {
      cause: 'tools-undefined',
      path: '',
      message: 'Requests which include `tool_use` or `tool_result` blocks must define tools.',
    },
    spares: { body: afterToolUse, asOf: '2025-03-01' },
  },
];
