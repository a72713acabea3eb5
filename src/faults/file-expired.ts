import { defineFault } from '../core/fault.ts';

/** Has let the file expire. */
export const fileExpired = defineFault({
  id: 'file-expired',
  cause: 'file-expired',
  summary: 'Has let the file expire',
  deed: {
    kind: 'error',
    status: 404,
    type: 'not_found_error',
    code: 'file_expired',
    message: 'The file is no longer available.',
  },
});
