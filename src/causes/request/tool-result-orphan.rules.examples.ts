import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'tool-result-orphan';
const ask = { role: 'user', content: 'How long is the Inn?' };
const call = { type: 'tool_use', id: 'inn', name: 'look_up_river', input: { name: 'Inn' } };
const result = { type: 'tool_result', tool_use_id: 'inn', content: '517 km' };
const text = { type: 'text', text: '517 km.' };
const user = (...content: readonly unknown[]): unknown => ({ role: 'user', content });
const assistant = (...content: readonly unknown[]): unknown => ({ role: 'assistant', content });
const says = (...messages: readonly unknown[]): { readonly body: Readonly<Record<string, unknown>> } => ({
  body: exampleRequest({ messages }),
});
const orphan =
  'unexpected `tool_use_id` found in `tool_result` blocks: inn. Each `tool_result` block must have a corresponding `tool_use` block in the previous message.';

const advice = {
  type: 'advisor_tool_result',
  tool_use_id: 'srvtoolu_asks',
  content: { type: 'advisor_result', text: 'Use the map.' },
};
const asksAdvice = { type: 'server_tool_use', id: 'srvtoolu_asks', name: 'advisor', input: {} };
const advised = (
  ...content: readonly unknown[]
): {
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
} => ({
  ...says(ask, assistant(...content), ask),
  headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'advisor-tool-2026-03-01' },
});

/** Results without calls. */
export const toolResultOrphanRuleExamples: readonly RuleExample[] = [
  {
    row: 'tr-orphan',
    breaks: says(user(result)),
    expected: { cause, path: 'messages.0.content.0', message: orphan },
    spares: says(ask, assistant(call), user(result)),
  },
  {
    row: 'tr-orphan',
    breaks: says(ask, assistant(call), user(result), assistant(text), user(text, result)),
    expected: { cause, path: 'messages.4.content.1', message: orphan },
    spares: says(ask, assistant(call), user(result, text), assistant(text), user(text)),
  },
  {
    row: 'tr-orphan',
    breaks: says(assistant(text), user(result)),
    expected: { cause, path: 'messages.2.content.0', message: orphan },
    spares: says(assistant(call), user(result)),
  },
  {
    row: 'server-result-orphan',
    breaks: advised(advice, text),
    expected: {
      cause,
      path: 'messages.1.content.0',
      message:
        'unexpected `tool_use_id` found in `advisor_tool_result` blocks: srvtoolu_asks. Each `advisor_tool_result` block must have a corresponding `server_tool_use` block before it.',
    },
    spares: advised(asksAdvice, advice, text),
  },
];
