import { defineFault } from '../core/fault.ts';

/** Stops at the spend limit of the linked organization. */
export const linkedOrganizationSpendLimit = defineFault({
  id: 'linked-organization-spend-limit',
  cause: 'linked-organization-spend-limit',
  summary: 'Stops at the spend limit of the linked organization',
  deed: {
    kind: 'error',
    status: 402,
    type: 'billing_error',
    code: 'linked_organization_spend_limit_reached',
    message: 'The linked organization has reached a spend limit.',
  },
});
