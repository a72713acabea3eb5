import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The thread to be continued is not there, or not any more. */
export const threadNotFound = defineCause({
  id: 'thread-not-found',
  refines: 'field-invalid',
  title: 'The thread to continue does not exist',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'thread_not_found' },
    { says: 'error_code: thread_not_found' },
    { says: 'thread_not_found', certainty: 'likely', shared: true },
    { says: 'thread not found', type: 'not_found_error', certainty: 'likely' },
  ],
  explain: () =>
    'The request continues a thread that the API does not have: it has expired, `previous_message_id` belongs to another workspace, or the response was never part of a thread. Threads are kept for a limited time only.',
  remedies: () => [
    {
      action: 'Send the whole conversation once more and begin a new thread with it.',
      run: '"thread": { "type": "create" }',
    },
    { action: 'Keep the full history on your side, so that a lost thread can be replayed at any time.' },
    { action: 'Use the key of the same workspace for all requests of a thread.' },
  ],
  docs: pages.messages,
});
