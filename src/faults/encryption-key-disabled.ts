import { defineFault } from '../core/fault.ts';

/** Finds the customer key disabled. */
export const encryptionKeyDisabled = defineFault({
  id: 'encryption-key-disabled',
  cause: 'encryption-key-disabled',
  summary: 'Finds the customer key disabled',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'cmek_key_disabled',
    message: 'The encryption key is disabled.',
  },
});
