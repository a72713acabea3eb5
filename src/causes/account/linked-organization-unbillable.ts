import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The linked organization of a customer cannot be billed at the moment. */
export const linkedOrganizationUnbillable = defineCause({
  id: 'linked-organization-unbillable',
  refines: 'billing-error',
  title: 'The linked organization cannot be billed',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'linked_organization_billing_unavailable' }, { says: 'LinkedOrganizationBillingUnavailableError' }],
  explain: () =>
    'The request is to be paid by the organization of your customer (`billing_policy.bill_to` is `user_profile`), and Anthropic cannot bill that organization at the moment, for a reason in its own account that the API does not tell you. Your own organization is not charged instead; the request is refused.',
  remedies: () => [
    { action: 'Ask the customer to look at Billing in the Claude Console of their organization.' },
    {
      action: 'Until then, pay for the call yourself where your agreement allows it.',
      run: '"billing_policy": { "bill_to": "self" }',
    },
  ],
  docs: pages.linkedBilling,
});
