import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a last turn that ends in white space. */
export const contentTrailingWhitespace = defineFault({
  id: 'content-trailing-whitespace',
  cause: 'content-trailing-whitespace',
  summary: 'Refuses a last turn that ends in white space',
  deed: () =>
    brokenRequest({
      model: 'claude-sonnet-4-5',
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        { role: 'assistant', content: 'The Inn is ' },
      ],
    }),
});
