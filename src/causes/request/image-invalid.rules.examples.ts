import type { RuleExample } from '../../core/rule.ts';
import { exampleBase64, exampleGif, examplePng } from '../example-media.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'image-invalid';
const source = 'messages.0.content.0.image.source.base64';
const png = examplePng();
const withImage = (data: string, mediaType = 'image/png') => ({
  body: exampleRequest({
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: mediaType, data } },
          { type: 'text', text: 'Which river is this?' },
        ],
      },
    ],
  }),
});
const sound = withImage(png);

/** Requests with images that cannot be decoded, each with its nearest accepted neighbor. */
export const imageInvalidRuleExamples: readonly RuleExample[] = [
  {
    row: 'image-base64',
    breaks: withImage(`data:image/png;base64,${png}`),
    expected: { cause, path: source, message: 'invalid base64 data' },
    spares: sound,
  },
  {
    row: 'image-base64',
    breaks: withImage('[image removed]'),
    expected: { cause, path: source, message: 'invalid base64 data' },
    spares: sound,
  },
  {
    row: 'image-base64',
    breaks: withImage(''),
    expected: { cause, path: source, message: 'image cannot be empty' },
    spares: sound,
  },
  {
    row: 'image-media-mismatch',
    breaks: withImage(exampleGif),
    expected: {
      cause,
      path: source,
      message: 'The image was specified using the image/png media type, but the image appears to be a image/gif image',
    },
    spares: withImage(exampleGif, 'image/gif'),
  },
  {
    row: 'image-media-mismatch',
    breaks: { ...withImage(png, 'image/jpeg'), asOf: '2025-12-01' },
    expected: {
      cause,
      severity: 'warning',
      path: `${source}.data`,
      message: 'Image does not match the provided media type image/jpeg',
    },
    spares: sound,
  },
  {
    row: 'image-format',
    breaks: withImage(exampleBase64('II*\0\u0008\0\0\0'.padEnd(64, '\0'))),
    expected: { cause, path: `${source}.data`, message: 'Image format image/png not supported' },
    spares: sound,
  },
  {
    row: 'image-unreadable',
    breaks: withImage(png.slice(0, -16)),
    expected: { cause, path: '', message: 'Could not process image' },
    spares: withImage(examplePng(1, 1)),
  },
  {
    row: 'image-unreadable',
    breaks: withImage(exampleBase64('The river Inn')),
    expected: { cause, path: '', message: 'Could not process image' },
    spares: sound,
  },
];
