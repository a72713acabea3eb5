import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { noRetryBefore } from '../retry.ts';

/** The spend limit of the organization's contract is reached. */
export const contractSpendLimit = defineCause({
  id: 'contract-spend-limit',
  refines: 'spend-limit-tier',
  title: 'The spend limit of your contract is reached',
  locus: 'account',
  retry: (evidence) => noRetryBefore(evidence, 'The 429 is not a rate limit: it stays until the contract allows more.'),
  signs: [
    { code: 'contract_spend_limit_reached' },
    { says: 'ContractSpendLimitReachedError' },
    { says: 'spend limit of your contract', certainty: 'likely' },
    { says: 'contract spend limit', certainty: 'likely' },
  ],
  explain: () =>
    'The organization has spent what its contract with Anthropic allows, so that further calls are refused. The answer has the status and type of a rate limit, and clients retry it, but waiting does not help.',
  remedies: () => [
    { action: 'Have the owner of the contract ask the account team to raise the limit or to extend the contract.' },
    {
      action:
        'Treat `error_code` `contract_spend_limit_reached` as final in your program, so that retries do not pile up.',
    },
  ],
  docs: pages.rateLimits,
});
