import { defineFault } from '../core/fault.ts';

/** Answers as a gateway that got no answer itself. */
export const gatewayUpstreamFailed = defineFault({
  id: 'gateway-upstream-failed',
  cause: 'gateway-upstream-failed',
  summary: 'Answers as a gateway that got no answer itself',
  deed: {
    kind: 'foreign',
    status: 500,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"upstream error: do request failed (claude-sonnet-5)","type":"upstream_error","code":"do_request_failed"}}',
  },
});
