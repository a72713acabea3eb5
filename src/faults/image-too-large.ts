import { defineFault } from '../core/fault.ts';

/** Refuses an image with too many bytes. */
export const imageTooLarge = defineFault({
  id: 'image-too-large',
  cause: 'image-too-large',
  summary: 'Refuses an image with too many bytes',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'messages.0.content.1.image.source.base64: image exceeds 10 MB maximum: 14259148 bytes > 10485760 bytes',
  },
});
