import { defineFault } from '../core/fault.ts';

/** Finds the organization disabled. */
export const organizationDisabled = defineFault({
  id: 'organization-disabled',
  cause: 'organization-disabled',
  summary: 'Finds the organization disabled',
  deed: { kind: 'error', status: 400, type: 'invalid_request_error', message: 'This organization has been disabled.' },
});
