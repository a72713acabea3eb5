import { defineFault } from '../core/fault.ts';

/** Cannot bill the linked organization. */
export const linkedOrganizationUnbillable = defineFault({
  id: 'linked-organization-unbillable',
  cause: 'linked-organization-unbillable',
  summary: 'Cannot bill the linked organization',
  deed: {
    kind: 'error',
    status: 402,
    type: 'billing_error',
    code: 'linked_organization_billing_unavailable',
    message: 'The linked organization cannot be billed.',
  },
});
