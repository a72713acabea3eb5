import type { CauseExamples } from '../examples.ts';

/** Reports of a service that gave up, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '504 {"type":"error","error":{"type":"timeout_error","message":"Request timed out"},"request_id":"req_011CExampleTimeout"}',
      facts: { status: 504, errorType: 'timeout_error' },
    },
    {
      text: `HTTP/2 504
content-type: text/html
server: cloudflare
cf-ray: 9a1b2c3d4e5f6071-FRA

<html><head><title>api.anthropic.com | 504: Gateway time-out</title></head></html>`,
      facts: { status: 504 },
    },
    {
      text: "anthropic.InternalServerError: Error code: 504 - {'type': 'error', 'error': {'type': 'timeout_error', 'message': 'Gateway Timeout'}}",
    },
    {
      text: '{"error":{"code":504,"message":"Deadline expired before operation could complete.","status":"DEADLINE_EXCEEDED"}} publishers/anthropic/models/claude-sonnet-5',
      facts: { errorType: 'DEADLINE_EXCEEDED' },
    },
    { text: 'API Error: upstream request timeout (claude-sonnet-5 through envoy)', certainty: 'likely' },
  ],
  spares: [
    { text: 'anthropic.APITimeoutError: Request timed out.', cause: 'response-timeout' },
    { text: 'HTTP/1.1 502 Bad Gateway server: cloudflare api.anthropic.com', cause: 'service-unavailable' },
  ],
};
