import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** More requests wait in Message Batches than may. */
export const rateLimitBatchQueue = defineCause({
  id: 'rate-limit-batch-queue',
  refines: 'rate-limit-other',
  title: 'Too many batch requests are waiting',
  locus: 'limits',
  retry: (evidence) =>
    waitAsTold(evidence, 'The queue empties as batches are processed, which takes minutes to hours.'),
  signs: [
    { says: ['batch requests', 'processing queue'], type: 'rate_limit_error', certainty: 'likely' },
    { says: 'batch requests in the processing queue', certainty: 'likely' },
    { says: ['batch', 'queue', 'rate limit'], type: 'rate_limit_error', certainty: 'likely' },
    { says: ['number of batch requests', 'exceed'], certainty: 'likely' },
  ],
  explain: () =>
    'The organization has as many requests waiting in Message Batches as it may. The limit counts the single requests of all batches that are not processed yet, and is apart from the limits of the Messages API.',
  remedies: () => [
    {
      action: 'Wait until running batches have ended; `request_counts.processing` of each tells.',
      run: 'curl https://api.anthropic.com/v1/messages/batches -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
    { action: 'Cancel batches that are no longer needed, and submit the next one when one has ended.' },
    { action: 'Move to a higher tier if the queue is too short for your load.' },
  ],
  docs: pages.batches,
});
