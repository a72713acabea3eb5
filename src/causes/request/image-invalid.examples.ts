import type { CauseExamples } from '../examples.ts';

/** Reports of images that cannot be read, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Could not process image"},"request_id":"req_011CExampleBadImg1"}',
      facts: { status: 400, requestId: 'req_011CExampleBadImg1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'messages.0.content.1.image.source.base64: The image was specified using the image/png media type, but the image appears to be a image/jpeg image'}}",
      facts: { status: 400, path: 'messages.0.content.1.image.source.base64' },
    },
    {
      text: 'POST "https://api.anthropic.com/v1/messages": 400 Bad Request {"type":"error","error":{"type":"invalid_request_error","message":"messages.3.content.0.tool_result.content.0.image.source.base64.media_type: Input should be \'image/jpeg\', \'image/png\', \'image/gif\' or \'image/webp\'"}}',
      facts: { status: 400 },
    },
    {
      text: 'ValidationException: The model returned the following errors: messages.0.content.0.image.source.base64.data: Image does not match the provided media type image/webp',
      facts: { errorType: 'ValidationException' },
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0.image.source.base64.data: Image format image/tiff not supported"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.1.image.source.base64: image exceeds 5 MB maximum: 6318820 bytes > 5242880 bytes"}}',
      cause: 'image-too-large',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.0.pdf.source.base64.data: The PDF specified was not valid."}}',
      cause: 'document-invalid',
    },
  ],
};
