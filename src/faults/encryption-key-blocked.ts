import { defineFault } from '../core/fault.ts';

/** Cannot reach the customer key through its network controls. */
export const encryptionKeyBlocked = defineFault({
  id: 'encryption-key-blocked',
  cause: 'encryption-key-blocked',
  summary: 'Cannot reach the customer key through its network controls',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'cmek_key_network_blocked',
    message: 'The key management service blocked the request.',
  },
});
