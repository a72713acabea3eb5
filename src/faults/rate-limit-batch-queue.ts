import { defineFault } from '../core/fault.ts';

/** Has too many batch requests waiting. */
export const rateLimitBatchQueue = defineFault({
  id: 'rate-limit-batch-queue',
  cause: 'rate-limit-batch-queue',
  summary: 'Has too many batch requests waiting',
  deed: {
    kind: 'error',
    status: 429,
    type: 'rate_limit_error',
    message: 'Too many batch requests in the processing queue.',
    headers: { 'retry-after': '60' },
  },
});
