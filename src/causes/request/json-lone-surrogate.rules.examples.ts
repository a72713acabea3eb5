import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const ask = (content: string): Readonly<Record<string, unknown>> =>
  exampleRequest({ messages: [{ role: 'user', content }] });

/** Texts that hold half of a surrogate pair. */
export const jsonLoneSurrogateRuleExamples: readonly RuleExample[] = [
  {
    row: 'json-lone-surrogate',
    breaks: { body: ask('Well done \ud83d') },
    expected: {
      cause: 'json-lone-surrogate',
      path: '',
      message: 'The request body is not valid JSON: no low surrogate in string',
    },
    spares: { body: ask('Well done \ud83d\ude00') },
  },
  {
    row: 'json-lone-surrogate',
    breaks: { body: ask('\ude00 well done') },
    expected: {
      cause: 'json-lone-surrogate',
      path: '',
      message: 'The request body is not valid JSON: invalid high surrogate in string',
    },
    spares: { body: ask('\u{1f600} well done') },
  },
];
