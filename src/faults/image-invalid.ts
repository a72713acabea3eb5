import { defineFault } from '../core/fault.ts';

/** Cannot read the image. */
export const imageInvalid = defineFault({
  id: 'image-invalid',
  cause: 'image-invalid',
  summary: 'Cannot read the image',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'messages.0.content.1.image.source.base64.data: Could not process image',
  },
});
