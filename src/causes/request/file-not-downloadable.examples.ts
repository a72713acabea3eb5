import type { CauseExamples } from '../examples.ts';

/** Reports of files that cannot be downloaded, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"File is not downloadable.","details":{"error_code":"file_not_downloadable"}},"request_id":"req_011CExampleDl1"}',
      facts: { errorCode: 'file_not_downloadable' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'File file_011CExampleUp1 is not downloadable'}}",
      facts: { status: 400 },
    },
    { text: 'GET /v1/files/file_011CExampleUp2/content -> 400 error_code=file_not_downloadable (anthropic)' },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleGone` not found."}}',
      cause: 'file-not-found',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Unable to download the file. Please verify the URL and try again."}}',
      cause: 'url-source-unreachable',
    },
  ],
};
