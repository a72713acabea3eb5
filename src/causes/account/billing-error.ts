import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedFamily } from '../recognition.ts';

/** Payment or billing information is wrong or missing. */
export const billingError = defineCause({
  id: 'billing-error',
  title: 'There is a problem with payment or billing',
  locus: 'account',
  retry: () => ({ kind: 'no', because: 'It heals when the billing of the organization is put in order, not by time.' }),
  signs: [
    { type: 'billing_error' },
    { type: 'billing_error', status: 402 },
    { says: 'issue with your billing or payment information', certainty: 'likely' },
    { says: 'payment method was declined', certainty: 'likely', shared: true },
    { says: 'outstanding invoice', pattern: /claude|anthropic/i, certainty: 'likely' },
    { status: 402, certainty: 'possible', shared: true },
  ],
  retold: [
    'billing error',
    'billing issue',
    'billing problem',
    'payment failed',
    '付款失败',
    '支付失败',
    '支払いに失敗',
    'problema de facturación',
    'abrechnungsproblem',
    'payment required',
    'payment declined',
  ],
  recognize: (evidence, hit) => recognizedFamily(evidence, hit, undefined),
  explain: (_, { response }) =>
    `The API refused the call${response?.status === 402 ? ' with 402' : ''} because of the billing of the organization: a payment method that is missing, expired or declined, or an invoice that was not paid. The request itself was not judged.`,
  remedies: () => [
    { action: 'Open Billing in the Claude Console with a billing or admin role, and settle what it shows.' },
    { action: 'If someone else pays, send them the request id and the message.' },
    { action: 'If a gateway stands between, look at the balance there: it answers 402 for its own credit.' },
  ],
  docs: pages.errors,
});
