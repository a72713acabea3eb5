import type { CauseExamples } from '../examples.ts';

/** Reports of an encryption key behind network controls, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The key management service blocked the request.","details":{"error_code":"cmek_key_network_blocked"}},"request_id":"req_011CExampleCmek2"}',
      facts: { status: 400, errorCode: 'cmek_key_network_blocked' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'cmek_key_network_blocked'}}}",
    },
    { text: 'CMEKKeyNetworkBlockedError: 400 {"type":"error","error":{"type":"invalid_re' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"cmek_key_disabled"}}}',
      cause: 'encryption-key-disabled',
    },
    {
      text: '403 {"error":{"type":"forbidden","message":"Request not allowed"}} api.anthropic.com',
      cause: 'region-unsupported',
    },
  ],
};
