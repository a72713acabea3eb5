import { defineFault } from '../core/fault.ts';

/** Finds no credential on the call. */
export const apiKeyMissing = defineFault({
  id: 'api-key-missing',
  cause: 'api-key-missing',
  summary: 'Finds no credential on the call',
  deed: { kind: 'error', status: 401, type: 'authentication_error', message: 'x-api-key header is required' },
});
