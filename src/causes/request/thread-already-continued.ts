import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A thread was continued from a response that another request has continued already. */
export const threadAlreadyContinued = defineCause({
  id: 'thread-already-continued',
  refines: 'field-invalid',
  title: 'The response was already continued by another request',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'thread_already_continued' },
    { says: 'thread_already_continued' },
    { says: ['previous_message_id', 'already been continued'], certainty: 'likely' },
  ],
  explain: () =>
    'The request continues a thread from `previous_message_id`, and another request has already continued that same response. A thread is a single line: each response has one successor. A retry after an answer that got lost on the way, and two workers on one conversation, both end here.',
  remedies: () => [
    { action: 'Continue from the newest response of the thread; store its message id as soon as an answer arrives.' },
    {
      action:
        'If the answer to the earlier request is lost, or to branch off, start a new thread with the whole conversation.',
      run: '"thread": { "type": "create" }',
    },
    { action: 'Let only one worker at a time continue a conversation.' },
  ],
  docs: pages.messages,
});
