import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Prepaid credit is used up. */
export const creditBalanceLow = defineCause({
  id: 'credit-balance-low',
  title: 'The prepaid credit is used up',
  locus: 'account',
  retry: () => ({
    kind: 'no',
    because: 'Calls are accepted again when credit has been bought, not when time has passed.',
  }),
  signs: [
    { says: 'credit balance is too low' },
    { says: 'Your credit balance is too' },
    { says: 'Please go to Plans & Billing to upgrade or purchase credits' },
    { says: 'upgrade or purchase credits', certainty: 'likely' },
    { says: 'Your Anthropic credit balance', certainty: 'likely' },
    { says: ['insufficient credit', 'anthropic'], certainty: 'likely', shared: true },
    { says: 'credit balance', type: 'invalid_request_error', certainty: 'likely' },
    { says: 'purchase credits', type: 'invalid_request_error', certainty: 'likely' },
    { says: 'credit balance', type: 'billing_error' },
    { says: 'Credit balance too low' },
  ],
  retold: [
    'insufficient credit',
    'not enough credit',
    'out of credits',
    'no credits left',
    'ran out of credits',
    'credits exhausted',
    'credit exhausted',
    'insufficient balance',
    'balance is insufficient',
    '余额不足',
    '额度不足',
    '额度用完',
    '欠费',
    '残高不足',
    '残高が不足',
    'クレジットが不足',
    '크레딧이 부족',
    '잔액이 부족',
    'saldo insuficiente',
    'créditos insuficientes',
    'guthaben aufgebraucht',
    'guthaben reicht nicht',
    'crédit insuffisant',
    'недостаточно средств',
    'hết tín dụng',
    'sem créditos',
    'saldo esgotado',
  ],
  explain: () =>
    'The organization pays with prepaid credit, and too little of it is left to run this request. The API reports that as 400 `invalid_request_error`, not as 402, so that it looks like a fault of the request; the request itself was not judged. A Claude subscription does not count as credit here.',
  remedies: () => [
    {
      action:
        'Buy credit in the Claude Console under Plans & Billing, in the organization of this key, and turn on auto-reload.',
    },
    {
      action:
        'If the balance there is good, the key is of another organization or workspace: compare the `anthropic-organization-id` of the answer.',
    },
    {
      action: 'In Claude Code with a subscription, remove the key so that the subscription is used.',
      run: 'unset ANTHROPIC_API_KEY',
    },
  ],
  docs: pages.claudeCodeErrors,
});
