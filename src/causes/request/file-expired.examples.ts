import type { CauseExamples } from '../examples.ts';

/** Reports of expired files, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleOld1` has expired.","details":{"error_code":"file_expired"}},"request_id":"req_011CExampleExp1"}',
      facts: { errorCode: 'file_expired' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'The file is no longer available.', 'details': {'error_code': 'file_expired'}}}",
      facts: { status: 404, errorCode: 'file_expired' },
    },
    {
      text: '{"level":"error","msg":"claude call failed","status":404,"error_type":"not_found_error","error_code":"file_expired"}',
      facts: { status: 404 },
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleGone` not found."}}',
      cause: 'file-not-found',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}}',
      cause: 'oauth-expired',
    },
  ],
};
