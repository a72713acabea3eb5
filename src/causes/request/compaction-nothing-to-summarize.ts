import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Compaction was asked for where there is no conversation to summarize. */
export const compactionNothingToSummarize = defineCause({
  id: 'compaction-nothing-to-summarize',
  refines: 'field-invalid',
  title: 'There is nothing to compact',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'compaction_nothing_to_summarize' }, { says: 'compaction_nothing_to_summarize' }],
  explain: () =>
    'The request asks to compact a conversation that holds no user or assistant content to summarize, such as one that consists of a system prompt, or of an earlier `compaction` block alone.',
  remedies: () => [
    { action: 'Ask for compaction only once there are turns behind the last `compaction` block.' },
    {
      action: 'Count the tokens first, and compact above a threshold.',
      run: 'client.messages.countTokens({ model, system, tools, messages })',
    },
  ],
  docs: pages.compaction,
});
