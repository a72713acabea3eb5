import { defineFault } from '../core/fault.ts';

/** Answers as a gateway without a deployment. */
export const gatewayNoRoute = defineFault({
  id: 'gateway-no-route',
  cause: 'gateway-no-route',
  summary: 'Answers as a gateway without a deployment',
  deed: {
    kind: 'foreign',
    status: 503,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"No deployments available for selected model, Try again in 5 seconds. Passed model=claude-sonnet-5","type":"None","param":"None","code":"503"}}',
  },
});
