import { defineFault } from '../core/fault.ts';

/** Finds the organization on hold. */
export const organizationOnHold = defineFault({
  id: 'organization-on-hold',
  cause: 'organization-on-hold',
  summary: 'Finds the organization on hold',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'organization_on_hold',
    message: 'Your organization has been disabled.',
  },
});
