import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The service could not compact the conversation at this moment. */
export const compactionUnavailable = defineCause({
  id: 'compaction-unavailable',
  refines: 'overloaded',
  title: 'Compaction is unavailable at the moment',
  locus: 'service',
  retry: 'yes',
  signs: [{ code: 'compaction_unavailable' }, { says: 'compaction_unavailable' }],
  explain: () =>
    'The service that summarizes conversations was out of capacity, so the request failed as a whole. Nothing in the request is wrong, and the limits of your account have no part in it.',
  remedies: () => [
    { action: 'Send the same request again after a few seconds, with a growing wait.' },
    { action: 'If it lasts, go on without compaction while the window has room, or trim the history yourself.' },
    { action: 'Look at the status page before searching in your code.', run: 'https://status.claude.com' },
  ],
  docs: pages.compaction,
});
