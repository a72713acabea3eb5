import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { fieldPath, named } from '../fields.ts';
import { recognized } from '../recognition.ts';

interface Input {
  readonly path: string | undefined;
}

/** The input of a tool call in the history is not a JSON object. */
export const toolUseInputInvalid = defineCause<Input>({
  id: 'tool-use-input-invalid',
  refines: 'field-invalid',
  title: 'The input of a tool call is not an object',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'tool_use.input: input should be' },
    { says: 'tool_use.input: field required' },
    { says: 'tool_use.input: value is not' },
    { says: 'tool_use.input: input does not match' },
    { says: ['tooluse.input is invalid'] },
    { says: ['the format of the value at messages.', 'tooluse.input is invalid'] },
  ],
  recognize: (evidence, hit) => recognized(hit, { path: fieldPath(evidence) }),
  explain: (input) =>
    `The \`input\` at ${named(input?.path, 'a `tool_use` block of the history')} must be a JSON object, and what was sent is a string, a list, \`null\` or nothing. Usually the arguments of the call were kept as JSON text (as OpenAI writes them), an empty object was stored as an empty list (PHP) or string, or a stream broke off before the arguments were complete.`,
  remedies: () => [
    {
      action:
        'Parse stored arguments before sending them back, and write an empty object for a call without arguments.',
      run: 'input = JSON.parse(argumentsText || "{}")',
    },
    { action: 'When a stream ends early or with `stop_reason: max_tokens`, do not store the half-finished call.' },
    { action: 'In PHP, encode empty arguments as an object.', run: 'json_encode((object) $arguments)' },
  ],
  docs: pages.implementToolUse,
});
