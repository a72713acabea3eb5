import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The last message is the assistant's and its text ends in white space. */
export const contentTrailingWhitespace = defineCause({
  id: 'content-trailing-whitespace',
  title: 'The final assistant message ends in white space',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'final assistant content cannot end with trailing whitespace' },
    { says: 'cannot end with trailing whitespace' },
    { says: 'final assistant content cannot end' },
    { says: 'assistant content cannot end with' },
    { says: 'final assistant content', type: 'invalid_request_error' },
  ],
  explain: () =>
    'The conversation ends with an assistant message, which the model is to continue, and its text ends in a space or a line break. The API refuses that, because the model continues from whole tokens and a trailing blank spoils the continuation.',
  remedies: () => [
    {
      action: 'Trim the end of the last assistant message before sending.',
      run: 'last.content = last.content.trimEnd()',
    },
    {
      action:
        'If you did not mean to prefill the answer, end the conversation with a user message; newer models accept nothing else.',
    },
  ],
  docs: pages.messages,
});
