import type { CauseExamples } from '../examples.ts';

/** Reports of images that are too large or too many, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 \n     {"type":"error","error":{"type":"invalid_request_error","message":"messages.2.content.0.image.source.base64: image \n     exceeds 5 MB maximum: 8259148 bytes > 5242880 bytes"},"request_id":"req_011CExampleImg1"}',
      facts: { status: 400, requestId: 'req_011CExampleImg1' },
    },
    {
      text: '[{"error":"Error: 400 {\\"type\\":\\"error\\",\\"error\\":{\\"type\\":\\"invalid_request_error\\",\\"message\\":\\"too many images and documents: 104 + 1 > 100\\"},\\"request_id\\":\\"req_011CExampleImg2\\"}","timestamp":"2026-02-05T17:18:11.442Z"}]',
      facts: { status: 400, timestamp: '2026-02-05T17:18:11.442Z' },
    },
    {
      text: '⎿  API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Too much media: 0 document pages + 107 images > 100"}}',
      facts: { status: 400 },
    },
    {
      text: 'botocore.errorfactory.ValidationException: An error occurred (ValidationException) when calling the Converse operation: The model returned the following errors: messages: too many images: 24 > 20',
      facts: { errorType: 'ValidationException' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.7.content.2.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels"}}',
      cause: 'image-dimensions-too-large',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Could not process image"}}',
      cause: 'image-invalid',
    },
    {
      text: '413 {"error":{"type":"request_too_large","message":"Request exceeds the maximum size"}}',
      cause: 'request-too-large',
    },
  ],
};
