import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, pathPhrase, recognizedOfClaude } from '../details.ts';

interface Fault {
  readonly kind: 'mismatch' | 'media-type' | 'unreadable';
  readonly declared: string | undefined;
  readonly real: string | undefined;
}

const mismatch =
  /using\s+the\s+[`'"]?(image\/\w+)[`'"]?\s+media\s+type,\s+but\s+the\s+image\s+appears\s+to\s+be\s+an?\s+[`'"]?(image\/\w+)/;
const oldMismatch = /provided\s+media\s+type\s+[`'"]?(image\/\w+)/;
const mediaType = /(image\.source\.base64\.media_type)/;

/** An image cannot be read, or is not what its media type says. */
export const imageInvalid = defineCause<Fault>({
  id: 'image-invalid',
  title: 'An image cannot be read, or its media type is wrong',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'could not process image', type: 'invalid_request_error' },
    { says: 'the model returned the following errors: could not process image' },
    { says: 'image.source.base64.data: could not process image' },
    { says: 'could not process image', certainty: 'likely', shared: true },
    { says: ['the image was specified using the', 'media type'] },
    { says: ['media type', 'but the image appears to be'] },
    { says: ['image format image/', 'not supported'], certainty: 'likely' },
    { says: 'image does not match the provided media type' },
    { says: 'image.source.base64.media_type: input should be' },
    { says: 'input should be image/jpeg, image/png, image/gif or image/webp' },
    { says: 'image.source.base64.data: invalid base64' },
    { says: ['image.source', 'invalid base64'] },
    { says: 'image.source: input tag', unless: 'input tag file', certainty: 'likely' },
    { says: 'image.source.base64.data: string should', certainty: 'likely' },
    { says: 'image.source.base64.data: invalid', certainty: 'likely' },
    {
      says: 'image.source.base64',
      type: ['invalid_request_error', 'ValidationException'],
      unless: ['exceed', 'url sources', 'field required', 'extra inputs'],
      certainty: 'possible',
    },
    { says: ['provided image', 'not valid'], certainty: 'likely', shared: true },
    { says: 'unable to process input image', certainty: 'likely', shared: true },
    { says: 'failed to decode image', certainty: 'possible', shared: true },
    { says: ['unsupported image', 'format'], certainty: 'possible', shared: true },
    { type: badRequest, says: 'invalid image', certainty: 'likely' },
  ],
  retold: [
    'could not process the image',
    'cannot process the image',
    "couldn't process the image",
    'unable to process the image',
    'failed to process the image',
    'could not process image',
    'image could not be processed',
    'cannot read the image',
    'could not read the image',
    'image is corrupt',
    'unsupported image',
    '图片无法',
    '无法处理图片',
    '无法识别图片',
    '画像を処理できません',
  ],
  recognize: (evidence, hit) => {
    const flat = evidence.reading?.flat ?? '';
    const [, declared, real] = mismatch.exec(flat) ?? oldMismatch.exec(flat) ?? [];
    const kind =
      declared !== undefined ? 'mismatch' : captured(evidence, mediaType) === undefined ? 'unreadable' : 'media-type';
    return recognizedOfClaude(evidence, hit, { kind, declared, real });
  },
  explain: (fault, evidence) => {
    if (fault?.kind === 'mismatch') {
      const real = fault.real === undefined ? 'its bytes say otherwise' : `its bytes are \`${fault.real}\``;
      return `The image${pathPhrase(evidence)} is declared as \`${fault.declared}\`, and ${real}. The API looks at the first bytes and refuses an image whose media type does not match them; a file name or a download header is no proof of the format.`;
    }
    if (fault?.kind === 'media-type')
      return `The image${pathPhrase(evidence)} has a media type that the API does not take. It reads JPEG, PNG, GIF and WebP; PDFs belong into a \`document\` block, and SVG, HEIC, TIFF or BMP must be converted.`;
    return `The API could not read the image${pathPhrase(evidence)}: the bytes are cut off, damaged, empty, not base64, or of a format other than JPEG, PNG, GIF and WebP. A \`data:\` prefix in the base64 text, an error page saved as a picture and an SVG are the usual reasons.`;
  },
  remedies: (fault, { client }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice and go back to before the image was added; it stays in the history and fails each turn.',
          },
        ]
      : []),
    fault?.kind === 'mismatch' && fault.real !== undefined
      ? { action: `Set \`media_type\` to \`${fault.real}\`.`, run: `"media_type": "${fault.real}"` }
      : { action: 'See what the file is, and set `media_type` by that.', run: 'file --mime-type image.bin' },
    { action: 'Send plain base64 without line breaks and without a `data:image/...;base64,` prefix.' },
    {
      action: 'Convert the image where the format is another or the file is damaged.',
      run: 'magick input -strip output.png',
    },
  ],
  docs: pages.vision,
});
