import { defineFault } from '../core/fault.ts';

/** Answers as a gateway that does not know its key. */
export const gatewayKeyInvalid = defineFault({
  id: 'gateway-key-invalid',
  cause: 'gateway-key-invalid',
  summary: 'Answers as a gateway that does not know its key',
  deed: {
    kind: 'foreign',
    status: 401,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"Authentication Error, Invalid proxy server token passed. Unable to find token in cache or `LiteLLM_VerificationTokenTable`","type":"auth_error","param":"None","code":"401"}}',
  },
});
