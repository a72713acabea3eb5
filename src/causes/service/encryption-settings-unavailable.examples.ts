import type { CauseExamples } from '../examples.ts';

/** Reports of encryption settings that could not be read, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '503 {"type":"error","error":{"type":"api_error","message":"Encryption settings are unavailable.","details":{"error_code":"cmek_context_unavailable"}},"request_id":"req_011CExampleCmek4"}',
      facts: { status: 503, errorCode: 'cmek_context_unavailable' },
    },
    {
      text: "anthropic.ServiceUnavailableError: Error code: 503 - {'type': 'error', 'error': {'type': 'api_error', 'message': '...', 'details': {'error_code': 'cmek_context_unavailable'}}}",
    },
    { text: 'CMEKContextUnavailableError: 503 {"type":"error","error":{"type":"api_e' },
  ],
  spares: [
    {
      text: '503 {"type":"error","error":{"type":"api_error","message":"...","details":{"error_code":"cmek_key_unreachable"}}}',
      cause: 'encryption-key-unreachable',
    },
    {
      text: '500 {"type":"error","error":{"type":"api_error","message":"Internal server error"}}',
      cause: 'internal-error',
    },
  ],
};
