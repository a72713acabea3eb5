import type { CauseExamples } from '../examples.ts';

/** Reports of bodies that came too slowly, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The body took too long.","details":{"error_code":"request_body_timeout"}},"request_id":"req_011CExampleSlow1"}',
      facts: { errorCode: 'request_body_timeout' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'slow upload', 'details': {'error_code': 'request_body_timeout'}}}",
      facts: { status: 400 },
    },
    {
      text: 'claude-gateway | 408 timeout reading request body from client | upstream api.anthropic.com',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"x","details":{"error_code":"request_body_encoding_invalid"}}}',
      cause: 'body-encoding',
    },
    {
      text: 'nginx: 408 timed out reading the request body, client 10.0.0.7, server: shop.example.com, postgres upstream',
      cause: 'none',
    },
  ],
};
