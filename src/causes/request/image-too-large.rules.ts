import { embeddedImages } from '../../check/media-blocks.ts';
import type { EmbeddedImage } from '../../check/media-blocks.ts';
import { isObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, taggedPath } from '../../core/view.ts';
import type { Block, RequestView } from '../../core/view.ts';
import { imageLimits } from '../../facts/limits.ts';
import { mediaMessages } from '../../facts/messages/media.ts';

const cause = 'image-too-large';

const tooManyBytes = defineRule<EmbeddedImage>({
  cause,
  row: 'image-bytes',
  phase: 'cross-field',
  find: (view) => embeddedImages(view).filter(({ data }) => data.length > byteLimit(view)),
  path: ({ block }) => `${taggedPath(block)}.source.base64`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: ({ data }, view) => mediaMessages.imageBytes(data.length, byteLimit(view)),
  why: ({ data }) =>
    `The size that counts is that of the base64 text; the file itself has ${megabytes((data.length * 3) / 4)} MB.`,
});

const tooManyPixels = defineRule<EmbeddedImage>({
  cause,
  row: 'image-dims',
  phase: 'cross-field',
  find: (view) => embeddedImages(view).filter((image) => longestSide(image) > imageLimits.sidePixels),
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: () => mediaMessages.imageSide(imageLimits.sidePixels),
  why: ({ reading }, { model }) =>
    `The image has ${reading.width ?? 0} × ${reading.height ?? 0} pixels.${scaled(model?.nativeImage.sidePixels)}`,
});

const tooManyPixelsAmongMany = defineRule<EmbeddedImage>({
  cause,
  row: 'image-dims-many',
  phase: 'cross-field',
  find: (view) =>
    countImages(view) > imageLimits.manyImages
      ? embeddedImages(view).filter((image) => {
          const side = longestSide(image);
          return side > imageLimits.sidePixelsAmongMany && side <= imageLimits.sidePixels;
        })
      : [],
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: () => mediaMessages.imageSideAmongMany(imageLimits.sidePixelsAmongMany),
  why: ({ reading }, view) =>
    `The request holds ${countImages(view)} images, those of earlier turns and tool results included; above ${imageLimits.manyImages} no side may be longer than ${imageLimits.sidePixelsAmongMany} pixels, and this one has ${reading.width ?? 0} × ${reading.height ?? 0}.`,
});

const tooManyImages = defineRule<{ readonly count: number; readonly limit: number; readonly first: Block }>({
  cause,
  row: 'image-count',
  phase: 'cross-field',
  severity: 'warning',
  find(view) {
    const images = view.blocksOf('image');
    const limit = imageCountLimit(view);
    const first = limit === undefined ? undefined : images[limit];
    return first && limit !== undefined ? [{ count: images.length, limit, first }] : [];
  },
  path: () => 'messages',
  at: ({ first }) => blockAt(first),
  message: ({ count, limit }) => `The request holds ${count} images; this model takes ${limit}.`,
  wording: 'ours',
});

const tooLargeToLeaveAsIs = defineRule<EmbeddedImage & { readonly side: number }>({
  cause,
  row: 'image-toolset',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) => {
    const side = view.model?.nativeImage.sidePixels;
    if (side === undefined) return [];
    return embeddedImages(view).flatMap((image) =>
      longestSide(image) > side && mustNotBeScaled(image.block) ? [{ ...image, side }] : [],
    );
  },
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: ({ reading, side }) =>
    `The image has ${reading.width ?? 0} × ${reading.height ?? 0} pixels; here it must reach the model unscaled, which needs sides of at most ${side}.`,
  wording: 'ours',
});

/** Screenshots of the computer and browser toolsets, and images that say so themselves. */
function mustNotBeScaled({ value: { transformations }, parent }: Block): boolean {
  const asks = isObject(transformations) && transformations.oversized_image === 'error';
  return asks || typeof parent?.value.toolset_name === 'string';
}

function byteLimit({ platform }: RequestView): number {
  const { standard, clouds } = imageLimits.base64Bytes;
  return platform === 'bedrock' || platform === 'vertex' ? clouds : standard;
}

/** Images of every turn count; on Bedrock and Google Cloud documents count too. */
function countImages(view: RequestView): number {
  const images = view.blocksOf('image').length;
  return view.platform === 'bedrock' || view.platform === 'vertex' ? images + view.blocksOf('document').length : images;
}

/** Models with a window of one million tokens take more since 2026-03-13. */
function imageCountLimit({ model, asOf }: RequestView): number | undefined {
  if (!model) return undefined;
  return asOf !== undefined && asOf < '2026-03-13' ? 100 : model.maxImages;
}

function longestSide({ reading }: EmbeddedImage): number {
  return Math.max(reading.width ?? 0, reading.height ?? 0);
}

function scaled(sidePixels: number | undefined): string {
  return sidePixels === undefined
    ? ''
    : ` The model sees at most ${sidePixels} on the longer side, so nothing is lost by scaling it down.`;
}

function megabytes(bytes: number): string {
  return (bytes / (1024 * 1024)).toFixed(1);
}

/** Rules about the size and the number of images. */
export const imageTooLargeRules = [
  tooManyBytes,
  tooManyPixels,
  tooManyPixelsAmongMany,
  tooManyImages,
  tooLargeToLeaveAsIs,
] as const;
