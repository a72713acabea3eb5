import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const screenshot = (
  resultMembers: Readonly<Record<string, unknown>>,
): { readonly body: Readonly<Record<string, unknown>> } => ({
  body: exampleRequest({
    model: 'claude-opus-5-5',
    tools: [{ type: 'computer_toolset_20260801' }],
    messages: [
      { role: 'user', content: 'What is on the screen?' },
      {
        role: 'assistant',
        content: [{ type: 'tool_use', id: 'toolu_screen', name: 'screenshot', input: {}, toolset_name: 'computer' }],
      },
      {
        role: 'user',
        content: [{ type: 'tool_result', tool_use_id: 'toolu_screen', content: 'A map.', ...resultMembers }],
      },
    ],
  }),
});

/** Values that no table of types can judge. */
export const fieldInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'stop-sequence-blank',
    breaks: { body: exampleRequest({ stop_sequences: ['END', '\n\n'] }) },
    expected: {
      cause: 'field-invalid',
      path: 'stop_sequences',
      message: 'each stop sequence must contain non-whitespace',
    },
    spares: { body: exampleRequest({ stop_sequences: [] }) },
  },
  {
    row: 'member-result',
    breaks: screenshot({}),
    expected: {
      cause: 'field-invalid',
      severity: 'warning',
      path: 'messages.2.content.0.tool_result.toolset_name',
      message: "a result for the toolset 'computer' must name it too",
    },
    spares: screenshot({ toolset_name: 'computer' }),
  },
];
