import type { CauseExamples } from '../examples.ts';

/** Reports of files that are not there, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"not_found_error","message":"File `file_011CExampleDoc1` not found."},"request_id":"req_011CExampleFile1"}',
      facts: { errorType: 'not_found_error', requestId: 'req_011CExampleFile1' },
    },
    {
      text: "anthropic.NotFoundError: Error code: 404 - {'type': 'error', 'error': {'type': 'not_found_error', 'message': 'File with id file_011CExampleDoc2 not found'}}",
      facts: { status: 404 },
    },
    {
      text: 'NotFoundError: 404 {"type":"error","error":{"type":"not_found_error","message":"File not found: file_011CExampleDoc3"}}\n    at APIError.generate (node_modules/@anthropic-ai/sdk/core/error.mjs:47:20)',
      facts: { status: 404 },
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-opus-9-turbo"}}',
      cause: 'model-not-found',
    },
    { text: "Error: ENOENT: no such file or directory, open '/app/file_report.pdf'", cause: 'none' },
  ],
};
