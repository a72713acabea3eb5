import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

interface Batch {
  readonly id: string | undefined;
}

/** The results of a batch are not ready yet, or no longer kept. */
export const batchResultsUnavailable = defineCause<Batch>({
  id: 'batch-results-unavailable',
  refines: 'batch-invalid',
  title: 'The batch has no results to download',
  locus: 'request',
  retry: () => ({
    kind: 'wait',
    because:
      'Results appear when `processing_status` is `ended`, most within an hour, at the latest after 24 hours; 29 days after creation they are gone.',
  }),
  signs: [
    { says: ['message batch', 'has no available results'] },
    { says: 'no batch results_url', shared: true },
    { says: 'no results_url', shared: true },
    { says: ['batch', 'results are not yet available'], certainty: 'likely', shared: true },
    { says: ['batch', 'results', 'expired'], type: 'not_found_error', certainty: 'likely' },
  ],
  recognize: ({ reading, subject }, hit) => {
    if (hit.sign.shared && subject !== 'claude') return undefined;
    return recognized(hit, { id: /msgbatch_\w{2,60}/.exec(reading?.flat ?? '')?.[0] });
  },
  explain: (batch) =>
    `The results of ${batch?.id === undefined ? 'the batch' : `\`${batch.id}\``} were asked for while there are none: the batch has not ended yet, or ended so long ago (29 days after its creation) that its results are no longer kept.`,
  remedies: (batch) => [
    {
      action: 'Ask for its state, and fetch the results once `processing_status` is `ended`.',
      run: `curl https://api.anthropic.com/v1/messages/batches/${batch?.id ?? 'BATCH_ID'} -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"`,
    },
    { action: 'Poll once a minute, not in a tight loop; `results_url` is set when there is something to fetch.' },
    { action: 'If `archived_at` is set, the results are gone: send the requests again.' },
  ],
  docs: pages.batches,
});
