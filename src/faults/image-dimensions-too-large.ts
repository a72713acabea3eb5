import { defineFault } from '../core/fault.ts';

/** Refuses an image with too many pixels. */
export const imageDimensionsTooLarge = defineFault({
  id: 'image-dimensions-too-large',
  cause: 'image-dimensions-too-large',
  summary: 'Refuses an image with too many pixels',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'image_dimensions_too_large',
    message:
      'messages.0.content.1.image.source.base64.data: At least one of the image dimensions exceed max allowed size: 8000 pixels',
    details: { max_side_length_pixels: 8000, paths: ['messages.0.content.1'] },
  },
});
