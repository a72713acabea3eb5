import { defineFault } from '../core/fault.ts';

/** Refuses an empty batch. */
export const batchInvalid = defineFault({
  id: 'batch-invalid',
  cause: 'batch-invalid',
  summary: 'Refuses an empty batch',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'requests: List should have at least 1 item after validation, not 0',
  },
});
