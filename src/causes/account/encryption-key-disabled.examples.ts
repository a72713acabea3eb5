import type { CauseExamples } from '../examples.ts';

/** Reports of a disabled encryption key, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The encryption key is disabled.","details":{"error_code":"cmek_key_disabled"}},"request_id":"req_011CExampleCmek1"}',
      facts: { status: 400, errorCode: 'cmek_key_disabled' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'cmek_key_disabled'}}}",
    },
    { text: 'CMEKKeyDisabledError: 400 {"type":"error","error":{"type":"invalid_re' },
  ],
  spares: [
    {
      text: '503 {"type":"error","error":{"type":"api_error","message":"...","details":{"error_code":"cmek_key_unreachable"}}}',
      cause: 'encryption-key-unreachable',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"cmek_key_network_blocked"}}}',
      cause: 'encryption-key-blocked',
    },
  ],
};
