import { defineFault } from '../core/fault.ts';

/** Cannot reach the customer key. */
export const encryptionKeyUnreachable = defineFault({
  id: 'encryption-key-unreachable',
  cause: 'encryption-key-unreachable',
  summary: 'Cannot reach the customer key',
  deed: {
    kind: 'error',
    status: 503,
    type: 'api_error',
    code: 'cmek_key_unreachable',
    message: 'The encryption key could not be reached.',
  },
});
