import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { noRetryBefore } from '../retry.ts';

/** The monthly spend cap of the organization's usage tier is reached. */
export const spendLimitTier = defineCause({
  id: 'spend-limit-tier',
  title: 'The monthly spend cap of your usage tier is reached',
  locus: 'account',
  retry: (evidence) =>
    noRetryBefore(
      evidence,
      'The 429 is not a rate limit: the cap holds until the date in the message or a higher tier, whatever `retry-after` or a client says.',
    ),
  signs: [
    { code: 'enforced_spend_limit_reached' },
    { says: 'crossed its monthly API usage threshold' },
    { says: 'monthly API usage threshold' },
    { says: 'You have reached your API usage limits' },
    { says: 'EnforcedSpendLimitReachedError' },
    { says: 'spend limit', type: 'rate_limit_error', certainty: 'likely' },
    { says: 'monthly limit', type: 'rate_limit_error', certainty: 'likely' },
    { says: 'regain access', type: 'rate_limit_error', certainty: 'likely' },
  ],
  explain: () =>
    'The organization has spent as much this month as its usage tier allows, so that the API refuses all calls of the organization until the next month. It answers with 429 `rate_limit_error`, which SDKs retry, but it sends no `retry-after`: no wait within the month helps.',
  remedies: () => [
    {
      action:
        'Move the organization to a higher tier in the Claude Console under Limits (buying credit raises it up to Scale; beyond that, contact sales).',
    },
    {
      action: 'Do not retry: treat `error_code` `enforced_spend_limit_reached` as final in your program.',
      run: "if (error.errorCode === 'enforced_spend_limit_reached') throw error",
    },
    { action: 'Until then, run what must run through a cloud platform, which bills and limits separately.' },
  ],
  docs: pages.rateLimits,
});
