import { defineCause } from '../../core/cause.ts';
import { pages } from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** The conversation could not be compacted at the moment. */
export const compactionUnavailable = defineCause({
  id: 'compaction-unavailable',
  refines: 'overloaded',
  title: 'Compaction is not available at the moment',
  locus: 'service',
  retry: (evidence) => waitAsTold(evidence, 'The condition passes, and the SDKs retry it twice by themselves.', 'yes'),
  signs: [{ code: 'compaction_unavailable' }, { says: 'compaction_unavailable' }],
  explain: () =>
    'The request asked the API to summarize the conversation (`compaction`), and the part of the service that does it has no capacity free at the moment. The request itself is in order.',
  remedies: () => [
    { action: 'Send the same request again after some seconds.' },
    { action: 'If the conversation still fits into the context window, send it without `compaction` for now.' },
    { action: 'If it lasts, see whether an incident is known.', run: 'open https://status.claude.com' },
  ],
  docs: pages.contextWindows,
});
