import { defineFault } from '../core/fault.ts';

/** Answers as a gateway that limits calls itself. */
export const gatewayRateLimit = defineFault({
  id: 'gateway-rate-limit',
  cause: 'gateway-rate-limit',
  summary: 'Answers as a gateway that limits calls itself',
  deed: {
    kind: 'foreign',
    status: 429,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"Crossed TPM / RPM / Max Parallel Request Limit for key, model claude-sonnet-5","type":"None","param":"None","code":"429"}}',
  },
});
