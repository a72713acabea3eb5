import type { CauseExamples } from '../examples.ts';

/** Reports of an encryption key that did not answer, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '503 {"type":"error","error":{"type":"api_error","message":"The encryption key could not be reached.","details":{"error_code":"cmek_key_unreachable"}},"request_id":"req_011CExampleCmek3"}',
      facts: { status: 503, errorCode: 'cmek_key_unreachable' },
    },
    {
      text: "anthropic.ServiceUnavailableError: Error code: 503 - {'type': 'error', 'error': {'type': 'api_error', 'message': '...', 'details': {'error_code': 'cmek_key_unreachable'}}}",
    },
    { text: 'CMEKKeyUnreachableError: 503 {"type":"error","error":{"type":"api_e' },
  ],
  spares: [
    {
      text: '503 {"type":"error","error":{"type":"api_error","message":"...","details":{"error_code":"cmek_context_unavailable"}}}',
      cause: 'encryption-settings-unavailable',
    },
    {
      text: '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      cause: 'overloaded',
    },
  ],
};
