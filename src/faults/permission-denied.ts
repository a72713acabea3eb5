import { defineFault } from '../core/fault.ts';

/** Refuses for want of permission. */
export const permissionDenied = defineFault({
  id: 'permission-denied',
  cause: 'permission-denied',
  summary: 'Refuses for want of permission',
  deed: {
    kind: 'error',
    status: 403,
    type: 'permission_error',
    message: 'Your API key does not have permission to use the specified resource.',
  },
});
