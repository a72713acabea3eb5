import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'tool-choice-conflict';
const tools = [exampleTool()];

/** Requests that break a rule about `tool_choice`, each with its nearest accepted neighbor. */
export const toolChoiceConflictRuleExamples: readonly RuleExample[] = [
  ...['any', 'auto', 'none'].map((type): RuleExample => ({
    row: 'tool-choice-no-tools',
    breaks: { body: exampleRequest({ tool_choice: { type } }) },
    expected: { cause, path: '', message: `tool_choice.${type} may only be specified while providing tools` },
    spares: { body: exampleRequest({ tool_choice: { type }, tools }) },
  })),
  {
    row: 'tool-choice-unknown-tool',
    breaks: { body: exampleRequest({ tools, tool_choice: { type: 'tool', name: 'look_up_lake' } }) },
    expected: { cause, path: '', message: "Tool 'look_up_lake' not found in provided tools" },
    spares: { body: exampleRequest({ tools, tool_choice: { type: 'tool', name: 'look_up_river' } }) },
  },
  {
    row: 'tool-choice-unknown-tool',
    breaks: { body: exampleRequest({ tool_choice: { type: 'tool', name: 'look_up_river' } }) },
    expected: { cause, path: '', message: "Tool 'look_up_river' not found in provided tools" },
    spares: { body: exampleRequest({ tools, tool_choice: { type: 'tool', name: 'look_up_river' } }) },
  },
  {
    row: 'tool-choice-forced-model',
    breaks: { body: exampleRequest({ model: 'claude-opus-5-5', tools, tool_choice: { type: 'any' } }) },
    expected: {
      cause,
      path: 'tool_choice',
      message: 'type "tool" and "any" are not supported for this model.',
    },
    spares: { body: exampleRequest({ model: 'claude-opus-5', tools, tool_choice: { type: 'any' } }) },
  },
  {
    row: 'tool-choice-forced-thinking',
    breaks: {
      body: exampleRequest({
        model: 'claude-haiku-4-5',
        max_tokens: 4000,
        thinking: { type: 'enabled', budget_tokens: 2000 },
        tools,
        tool_choice: { type: 'any' },
      }),
    },
    expected: { cause, path: '', message: 'Thinking may not be enabled when tool_choice forces tool use.' },
    spares: {
      body: exampleRequest({
        model: 'claude-haiku-4-5',
        max_tokens: 4000,
        thinking: { type: 'enabled', budget_tokens: 2000 },
        tools,
        tool_choice: { type: 'auto' },
      }),
    },
  },
  {
    row: 'tool-choice-forced-thinking',
    breaks: {
      body: exampleRequest({
        thinking: { type: 'adaptive' },
        tools,
        tool_choice: { type: 'tool', name: 'look_up_river' },
      }),
    },
    expected: {
      cause,
      severity: 'warning',
      path: '',
      message: 'Thinking may not be enabled when tool_choice forces tool use.',
    },
    // Thinking that is on by default only does not count.
    spares: { body: exampleRequest({ model: 'claude-sonnet-5', tools, tool_choice: { type: 'any' } }) },
  },
];
