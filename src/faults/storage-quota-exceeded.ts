import { defineFault } from '../core/fault.ts';

/** Has no room for files. */
export const storageQuotaExceeded = defineFault({
  id: 'storage-quota-exceeded',
  cause: 'storage-quota-exceeded',
  summary: 'Has no room for files',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'storage_quota_exceeded',
    message: 'Storage is full.',
  },
});
