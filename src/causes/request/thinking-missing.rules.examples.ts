import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest, exampleTool } from '../example-request.ts';

const cause = 'thinking-missing';
const manual = 'claude-haiku-4-5';
const enabled = { type: 'enabled', budget_tokens: 2048 };
const ask = { role: 'user', content: 'How long is the Inn?' };
const thought = { type: 'thinking', thinking: 'A river in Tyrol.', signature: 'c2lnbmF0dXJl' };
const call = { type: 'tool_use', id: 'inn', name: 'look_up_river', input: { name: 'Inn' } };
const answer = { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'inn', content: '517 km' }] };
const text = { type: 'text', text: '517 km.' };
const assistant = (...content: readonly unknown[]): unknown => ({ role: 'assistant', content });

function says(
  model: string,
  thinking: unknown,
  ...messages: readonly unknown[]
): { readonly body: Readonly<Record<string, unknown>> } {
  return {
    body: exampleRequest({
      model,
      max_tokens: 4096,
      tools: [exampleTool()],
      ...(thinking === undefined ? {} : { thinking }),
      messages,
    }),
  };
}

const mustStart =
  'Expected `thinking` or `redacted_thinking`, but found `tool_use`. When `thinking` is enabled, a final `assistant` message must start with a thinking block (preceeding the lastmost set of `tool_use` and `tool_result` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable `thinking`. Please consult our documentation at https://platform.claude.com/docs/en/build-with-claude/extended-thinking';

/** Turns that lack their thinking, or have it where it may not be. */
export const thinkingMissingRuleExamples: readonly RuleExample[] = [
  {
    row: 'thinking-first-required',
    breaks: says(manual, enabled, ask, assistant(call), answer),
    expected: { cause, path: 'messages.1.content.0.type', message: mustStart },
    spares: says(manual, enabled, ask, assistant(thought, call), answer),
  },
  {
    row: 'thinking-first-required',
    breaks: says('claude-sonnet-4-6', enabled, ask, assistant(call), answer),
    expected: { cause, severity: 'warning', path: 'messages.1.content.0.type', message: mustStart },
    spares: says('claude-sonnet-4-6', { type: 'adaptive' }, ask, assistant(call), answer),
  },
  {
    row: 'thinking-order',
    breaks: says(manual, enabled, ask, assistant(text, thought), ask),
    expected: {
      cause,
      severity: 'warning',
      path: 'messages.1.content.1',
      message:
        'If an assistant message contains any thinking blocks, the first block must be `thinking` or `redacted_thinking`. Found `text`.',
    },
    spares: says('claude-sonnet-4-6', { type: 'adaptive' }, ask, assistant(text, thought, call), answer),
  },
  {
    row: 'thinking-final-off',
    breaks: says(manual, { type: 'disabled' }, ask, assistant(thought, text)),
    expected: {
      cause: 'thinking-param-conflict',
      severity: 'warning',
      path: 'messages.1.content.0',
      message:
        'When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.',
    },
    spares: says(manual, { type: 'disabled' }, ask, assistant(thought, text), ask),
  },
  {
    row: 'assistant-final-thinking',
    breaks: says('claude-sonnet-4-6', { type: 'adaptive' }, ask, assistant(text, thought)),
    expected: {
      cause,
      path: 'messages.1',
      message: 'The final block in an assistant message cannot be `thinking`.',
    },
    spares: says('claude-sonnet-4-6', { type: 'adaptive' }, ask, assistant(text, thought), ask),
  },
];
