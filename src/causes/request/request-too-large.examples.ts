import type { CauseExamples } from '../examples.ts';

/** Reports of bodies that are too large, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'PrismRequestTooLargeException (provider anthropic)', certainty: 'likely' },
    {
      text: 'Error: 413 {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}',
      facts: { status: 413, errorType: 'request_too_large' },
    },
    {
      text: "anthropic.APIStatusError: Error code: 413 - {'error': {'type': 'request_too_large', 'message': 'Request exceeds the maximum allowed number of bytes.'}}",
      facts: { status: 413 },
    },
    {
      text: "An error occurred (ValidationException) when calling the InvokeModelWithResponseStream operation: 1 validation error detected: Value at 'body' failed to satisfy constraint: Member must have length less than or equal to 25000000",
      facts: { errorType: 'ValidationException' },
    },
    { text: '  ⎿  Request too large (max 32MB). Double press esc to go back and try with a smaller file.' },
    {
      text: '<html>\r\n<head><title>413 Request Entity Too Large</title></head>\r\n<body>\r\n<center><h1>413 Request Entity Too Large</h1></center>\r\n<hr><center>nginx/1.24.0</center>\r\n</body>\r\n</html>\nupstream: api.anthropic.com',
      certainty: 'likely',
      facts: { status: 413 },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"prompt is too long: 211180 tokens > 200000 maximum"}}',
      cause: 'context-too-long',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 8259148 bytes > 5242880 bytes"}}',
      cause: 'image-too-large',
    },
    { text: 'PUT https://registry.npmjs.org/big-package failed: 413 Payload Too Large', cause: 'none' },
  ],
};
