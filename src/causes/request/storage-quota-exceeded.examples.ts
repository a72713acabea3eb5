import type { CauseExamples } from '../examples.ts';

/** Reports of full file storage, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The storage quota of the organization is exceeded.","details":{"error_code":"storage_quota_exceeded"}},"request_id":"req_011CExampleQuota1"}',
      facts: { errorCode: 'storage_quota_exceeded' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Storage is full.', 'details': {'error_code': 'storage_quota_exceeded'}}}",
      facts: { status: 400 },
    },
    { text: 'upload to https://api.anthropic.com/v1/files failed: 400 (error_code: storage_quota_exceeded)' },
  ],
  spares: [
    {
      text: '413 {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}',
      cause: 'request-too-large',
    },
    { text: 'QuotaExceededError: The current transaction exceeded its quota limitations. (IndexedDB)', cause: 'none' },
  ],
};
