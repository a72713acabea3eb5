import type { CauseExamples } from '../examples.ts';

/** Reports of images with too many pixels, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.19.content.27.image.source.base64.data: At least one of the image dimensions exceed max allowed size for many-image requests: 2000 pixels"},"request_id":"req_011CExampleDim1"}',
      facts: { status: 400, path: 'messages.19.content.27.image.source.base64.data' },
    },
    {
      text: '{"type":"error","error":{"type":"invalid_request_error","message":"An image is too large.","details":{"error_code":"image_dimensions_too_large","max_side_length_pixels":8000,"paths":["messages.0.content.1"]}},"request_id":"req_011CExampleDim2"}',
      facts: { errorCode: 'image_dimensions_too_large' },
    },
    {
      text: 'run failed: messages.38.content.1.image.source.base64.data: At least one of the image dimensions exceeds max allowed size for many-images requests: 2000 pixels',
      facts: { path: 'messages.38.content.1.image.source.base64.data' },
    },
    {
      text: 'An image in the conversation exceeds the dimension limit for many-image requests (2000px). Start a new session with fewer images.',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.2.image.source.base64: image exceeds 10 MB maximum: 15908784 bytes > 10485760 bytes"}}',
      cause: 'image-too-large',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"messages.0.content.1.image.source.base64.data: Could not process image"}}',
      cause: 'image-invalid',
    },
  ],
};
