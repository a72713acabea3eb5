import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** Usage grew faster than it may. */
export const rateLimitAcceleration = defineCause({
  id: 'rate-limit-acceleration',
  title: 'Usage grew too fast',
  locus: 'limits',
  retry: (evidence) =>
    waitAsTold(evidence, 'A slower, steady growth is let through; a burst after the wait meets the limit again.'),
  signs: [
    { code: 'ramp_limit_exceeded' },
    { says: 'maximum usage increase rate' },
    { says: 'RampLimitExceededError' },
    {
      says: 'acceleration limit',
      unless: ['might see', 'might also encounter', 'to avoid hitting'],
      certainty: 'likely',
    },
    { says: 'scale up your input tokens usage more gradually' },
    { says: 'usage more gradually', certainty: 'likely', shared: true },
    { says: 'increase rate', type: 'rate_limit_error', certainty: 'likely' },
    { says: 'gradual', type: 'rate_limit_error', certainty: 'likely' },
  ],
  explain: () =>
    'The traffic of the organization rose more steeply than the API lets it rise, although the limits per minute are not reached. This happens when a job starts with all its workers at once, or after a quiet time. What counts is the growth against the last minutes.',
  remedies: () => [
    { action: 'Wait as long as `retry-after` says, and begin again with a fraction of the load.' },
    { action: 'Ramp up: start with a few workers, and raise the number step by step over some minutes.' },
    {
      action: 'Spread scheduled jobs, so that they do not all start at the full hour, or give them to Message Batches.',
    },
  ],
  docs: pages.rateLimits,
});
