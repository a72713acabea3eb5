import { defineFault } from '../core/fault.ts';

/** Fails on its own side. */
export const internalError = defineFault({
  id: 'internal-error',
  cause: 'internal-error',
  summary: 'Fails on its own side',
  deed: { kind: 'error', status: 500, type: 'api_error', message: 'Internal server error' },
});
