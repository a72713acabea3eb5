import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const model = 'claude-haiku-4-5';
const ask = { role: 'user', content: 'Name a river.' };
const begun = (content: unknown): unknown => ({ role: 'assistant', content });
const message = 'final assistant content cannot end with trailing whitespace';

/** Prefills that end in white space; earlier assistant texts may. */
export const contentTrailingWhitespaceRuleExamples: readonly RuleExample[] = [
  {
    row: 'prefill-whitespace',
    breaks: { body: exampleRequest({ model, messages: [ask, begun('The river is ')] }) },
    expected: { cause: 'content-trailing-whitespace', path: 'messages', message },
    spares: { body: exampleRequest({ model, messages: [ask, begun('The Inn.\n'), ask] }) },
  },
  {
    row: 'prefill-whitespace',
    breaks: { body: exampleRequest({ model, messages: [ask, begun([{ type: 'text', text: 'The river is\n' }])] }) },
    expected: { cause: 'content-trailing-whitespace', path: 'messages', message },
    spares: { body: exampleRequest({ model, messages: [ask, begun([{ type: 'text', text: 'The river is' }])] }) },
  },
];
