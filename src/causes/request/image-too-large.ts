import { defineCause } from '../../core/cause.ts';
import type { Evidence } from '../../core/evidence.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, pathPhrase, recognizedOfClaude } from '../details.ts';

interface Excess {
  readonly fault: 'bytes' | 'count' | 'unknown';
  readonly found: string | undefined;
  readonly limit: string | undefined;
}

const overBytes = /image\s+exceeds\s+[\d.]+\s*MB\s+maximum:\s+(\d+)\s+bytes\s*>\s*(\d+)/;
const overCount = /too\s+many\s+images[^:\n]{0,16}:\s*([\d\s+]{1,40}?)\s*>\s*(\d+)/i;
const tooMuchMedia = /too\s+much\s+media:\s*([^>\n]{3,60}?)\s*>\s*(\d+)/i;

/** An image has too many bytes, or the request too many images. */
export const imageTooLarge = defineCause<Excess>({
  id: 'image-too-large',
  title: 'An image is too large, or there are too many',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['image exceeds', 'maximum:', 'bytes >'] },
    { says: 'image.source.base64: image exceeds' },
    { says: ['image exceeds', 'mb maximum'] },
    { says: 'too many images and documents' },
    { says: 'too much media:' },
    { says: ['messages: too many images'] },
    { says: 'image was too large', certainty: 'likely' },
    { says: 'image is too large', certainty: 'likely', shared: true },
    { says: 'image too large', certainty: 'likely', shared: true },
    { says: 'too many images', certainty: 'likely', shared: true },
    {
      says: ['image', 'exceeds', 'bytes maximum'],
      certainty: 'likely',
      type: ['invalid_request_error', 'ValidationException'],
    },
    { says: 'maximum image count', certainty: 'possible' },
    { type: badRequest, says: ['image', 'exceeds the maximum'], certainty: 'likely' },
    { type: badRequest, says: 'images may be provided', certainty: 'likely' },
  ],
  retold: [
    'image is too large',
    'image too large',
    'image was too large',
    'image exceeds',
    'images are too large',
    'too many images',
    '图片过大',
    '图片太大',
    '画像が大きすぎ',
  ],
  recognize: (evidence, hit) => recognizedOfClaude(evidence, hit, excessOf(evidence)),
  explain: (excess, evidence) => {
    if (excess?.fault === 'bytes')
      return `The image${pathPhrase(evidence)} has ${excess.found} bytes as base64 text, and the limit is ${excess.limit}. The API measures the encoded text, which is a third longer than the file, and the limit is 10 MB on the Claude API and 5 MB on Bedrock and Google Cloud.`;
    if (excess?.fault === 'count')
      return `The request holds ${counted(excess.found)}, and ${excess.limit} are allowed here. Each turn sends those of the whole conversation again, so screenshots and files that were read earlier count as well.`;
    return `An image${pathPhrase(evidence)} is over a limit: 10 MB of base64 text (5 MB on Bedrock and Google Cloud), 8,000 pixels on a side, or the number of images in one request, which is 600, or 100 on models with a 200,000 token window.`;
  },
  remedies: (excess, { client }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice and go back to before the image was added, or run `/compact` so that earlier images leave the history.',
          },
        ]
      : []),
    ...(excess?.fault === 'count'
      ? [
          {
            action: 'Drop images and documents of older turns from the history; a short text in their place is enough.',
          },
        ]
      : [
          {
            action:
              'Scale the image down to 1,568 pixels on the long side and store it as JPEG or WebP; more detail than that rarely reaches the model.',
            run: 'magick input.png -resize "1568x1568>" -quality 85 output.jpg',
          },
        ]),
    {
      action:
        'Resize images in the code that adds them (screenshots, MCP tools, file reads), before they enter the history.',
    },
  ],
  docs: pages.vision,
});

function excessOf({ reading }: Evidence): Excess {
  const flat = reading?.flat ?? '';
  const [, bytes, byteLimit] = overBytes.exec(flat) ?? [];
  if (bytes !== undefined) return { fault: 'bytes', found: bytes, limit: byteLimit };
  const [, count, countLimit] = overCount.exec(flat) ?? tooMuchMedia.exec(flat) ?? [];
  if (count !== undefined) return { fault: 'count', found: count.replace(/\s+/g, ' '), limit: countLimit };
  return { fault: 'unknown', found: undefined, limit: undefined };
}

/** `104 + 1` of one wording, `0 document pages + 107 images` of another. */
function counted(found: string | undefined): string {
  return found !== undefined && /[a-z]/.test(found) ? found : `${found ?? 'too many'} images and documents`;
}
