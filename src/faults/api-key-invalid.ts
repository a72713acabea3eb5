import { defineFault } from '../core/fault.ts';

/** Refuses the key as unknown. */
export const apiKeyInvalid = defineFault({
  id: 'api-key-invalid',
  cause: 'api-key-invalid',
  summary: 'Refuses the key as unknown',
  deed: { kind: 'error', status: 401, type: 'authentication_error', message: 'invalid x-api-key' },
});
