import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Another request is continuing the same response at this moment. */
export const threadContinueInFlight = defineCause({
  id: 'thread-continue-in-flight',
  refines: 'field-invalid',
  title: 'Another request is continuing the same response',
  locus: 'request',
  retry: () => ({
    kind: 'wait',
    because:
      'Once the other request has ended, this one is either the next or finds the response continued. The SDKs do not retry a 400 on their own.',
  }),
  signs: [{ code: 'thread_continue_in_flight' }, { says: 'thread_continue_in_flight' }],
  explain: () =>
    'The request continues a thread from a response that another request is continuing right now. Two workers share the conversation, or a client timed out and sent again while its first request was still running.',
  remedies: () => [
    { action: 'Wait for the other request; use its answer if it succeeds, and send again only if it fails.' },
    { action: 'Serialize the calls of a conversation with a lock or a queue per thread.' },
    {
      action: 'Give long answers a longer timeout, or stream them, so that a retry does not overtake its own request.',
    },
  ],
  docs: pages.messages,
});
