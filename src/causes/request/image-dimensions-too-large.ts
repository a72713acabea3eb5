import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Dimensions {
  readonly limit: string | undefined;
  readonly isManyImageLimit: boolean;
}

const pixels = /(?:max\s+allowed\s+size[^:\n]{0,40}:|max_side_length_pixels["'\\]*\s*[:=])\s*(\d+)|\((\d+)px\)/;
const many = /(many-images?\s+requests?)/;

/** A side of an image has more pixels than allowed. */
export const imageDimensionsTooLarge = defineCause<Dimensions>({
  id: 'image-dimensions-too-large',
  refines: 'image-too-large',
  title: 'A side of an image has too many pixels',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'image_dimensions_too_large' },
    { says: 'image_dimensions_too_large' },
    { says: 'image dimensions exceed max allowed size' },
    { says: 'at least one of the image dimensions exceed' },
    { says: ['max allowed size for many-image', 'pixels'] },
    { says: 'exceeds the dimension limit for many-image requests' },
    {
      says: ['image dimensions', 'pixels', 'max'],
      certainty: 'likely',
      type: ['invalid_request_error', 'ValidationException'],
    },
  ],
  recognize: (evidence, hit) => {
    const [, limit, shortLimit] = pixels.exec(evidence.reading?.flat ?? '') ?? [];
    return recognized(hit, { limit: limit ?? shortLimit, isManyImageLimit: captured(evidence, many) !== undefined });
  },
  explain: (dimensions, evidence) => {
    const limit =
      dimensions?.limit === undefined
        ? '8,000 pixels, or 2,000 where a request holds more than 20 images'
        : `${dimensions.limit} pixels`;
    const why = dimensions?.isManyImageLimit
      ? ' The lower limit holds for every image as soon as a request has more than 20 of them, those of earlier turns included, so an image that was accepted before can fail later.'
      : ' The image stays in the history, so each following turn fails as well until it is removed.';
    return `An image${pathPhrase(evidence)} is longer or wider than allowed here, which is ${limit}.${why}`;
  },
  remedies: (dimensions, { client }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice and go back to before the image was added, or run `/compact` so that earlier images leave the history.',
          },
        ]
      : []),
    {
      action:
        'Scale each image to 1,568 pixels on the long side before it is sent; split a full-page screenshot into parts.',
      run: 'magick input.png -resize "1568x1568>" output.png',
    },
    ...(dimensions?.isManyImageLimit
      ? [{ action: 'Or keep at most 20 images in a request: drop those of older turns.' }]
      : []),
  ],
  docs: pages.vision,
});
