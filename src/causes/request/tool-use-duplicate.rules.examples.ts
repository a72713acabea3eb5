import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'tool-use-duplicate';
const ask = { role: 'user', content: 'How long is the Inn?' };
const call = (id: string): unknown => ({ type: 'tool_use', id, name: 'look_up_river', input: { name: 'Inn' } });
const result = (id: string): unknown => ({ type: 'tool_result', tool_use_id: id, content: '517 km' });
const user = (...content: readonly unknown[]): unknown => ({ role: 'user', content });
const assistant = (...content: readonly unknown[]): unknown => ({ role: 'assistant', content });
const says = (...messages: readonly unknown[]): { readonly body: Readonly<Record<string, unknown>> } => ({
  body: exampleRequest({ messages }),
});

/** Ids used twice. */
export const toolUseDuplicateRuleExamples: readonly RuleExample[] = [
  {
    row: 'tu-duplicate',
    breaks: says(ask, assistant(call('inn')), user(result('inn')), assistant(call('inn')), user(result('inn'))),
    expected: { cause, path: 'messages.3.content.0', message: '`tool_use` ids must be unique' },
    spares: says(ask, assistant(call('inn')), user(result('inn')), assistant(call('inn_2')), user(result('inn_2'))),
  },
  {
    row: 'tu-duplicate',
    breaks: says(ask, assistant(call('inn'), call('inn')), user(result('inn'), result('inn'))),
    expected: { cause, path: 'messages.1.content.1', message: '`tool_use` ids must be unique' },
    spares: says(ask, assistant(call('inn'), call('inn_2')), user(result('inn'), result('inn_2'))),
  },
  {
    row: 'tr-duplicate',
    breaks: says(ask, assistant(call('inn')), user(result('inn'), result('inn'))),
    expected: {
      cause,
      path: 'messages.2.content.1',
      message: 'each tool_use must have a single result. Found multiple `tool_result` blocks with id: inn',
    },
    spares: says(ask, assistant(call('inn')), user(result('inn'))),
  },
];
