import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The linked organization of a customer reached its own limit or lacks credit. */
export const linkedOrganizationSpendLimit = defineCause({
  id: 'linked-organization-spend-limit',
  refines: 'billing-error',
  title: 'The linked organization has reached its spend limit',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'linked_organization_spend_limit_reached' }, { says: 'LinkedOrganizationSpendLimitReachedError' }],
  explain: () =>
    'The request is to be paid by the organization of your customer, and that organization has reached a spend limit it set itself or lacks credit for the request. The API does not tell you which of the two it is.',
  remedies: () => [
    {
      action:
        'Ask the customer to raise the limit for your app, or to buy credit, in the Claude Console of their organization.',
    },
    {
      action: 'Until then, pay for the call yourself where your agreement allows it.',
      run: '"billing_policy": { "bill_to": "self" }',
    },
  ],
  docs: pages.linkedBilling,
});
