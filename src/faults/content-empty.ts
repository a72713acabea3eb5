import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses an empty text. */
export const contentEmpty = defineFault({
  id: 'content-empty',
  cause: 'content-empty',
  summary: 'Refuses an empty text',
  deed: () => brokenRequest({ messages: [{ role: 'user', content: [{ type: 'text', text: '' }] }] }),
});
