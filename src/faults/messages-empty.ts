import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a conversation without messages. */
export const messagesEmpty = defineFault({
  id: 'messages-empty',
  cause: 'messages-empty',
  summary: 'Refuses a conversation without messages',
  deed: () => brokenRequest({ messages: [] }),
});
