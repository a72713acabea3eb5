import type { CauseExamples } from '../examples.ts';

/** Reports of a wrongly described body, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"The request body could not be decoded.","details":{"error_code":"request_body_encoding_invalid"}},"request_id":"req_011CExampleBody1"}',
      facts: { errorCode: 'request_body_encoding_invalid' },
    },
    {
      text: "BadRequestError: 400 {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'That encoding cannot be used here.', 'details': {'error_code': 'request_body_encoding_unsupported'}}}",
      facts: { status: 400, errorCode: 'request_body_encoding_unsupported' },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Unsupported charset utf-16","details":{"error_code":"unsupported_charset"}}}',
      facts: { status: 400, errorCode: 'unsupported_charset' },
    },
    {
      text: 'HTTP/1.1 415 Unsupported Media Type\nserver: claude-gateway\n\nAnthropic requests need a JSON body',
      certainty: 'likely',
      facts: { status: 415 },
    },
  ],
  spares: [
    {
      text: '413 {"type":"error","error":{"type":"request_too_large","message":"The body is too large once decoded","details":{"error_code":"request_body_too_large_after_decoding"}}}',
      cause: 'request-body-too-large-after-decoding',
    },
    {
      text: '> content-type: application/json\n< HTTP/2 400\n\n{"type":"error","error":{"type":"invalid_request_error","message":"anthropic-version: header is required"}}',
      cause: 'version-header',
    },
    { text: '415 Unsupported Media Type from https://api.github.com/repos/acme/site/uploads', cause: 'none' },
  ],
};
