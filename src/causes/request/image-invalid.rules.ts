import { embeddedImages } from '../../check/media-blocks.ts';
import type { EmbeddedImage } from '../../check/media-blocks.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import { blockAt, taggedPath } from '../../core/view.ts';
import { mediaMessages, namesFoundMediaType } from '../../facts/messages/media.ts';

const cause = 'image-invalid';

const notBase64 = defineRule<EmbeddedImage>({
  cause,
  row: 'image-base64',
  phase: 'cross-field',
  find: (view) => embeddedImages(view).filter(({ fault }) => fault !== undefined),
  path: ({ block }) => `${taggedPath(block)}.source.base64`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: ({ fault }) => (fault?.kind === 'empty' ? mediaMessages.imageEmpty : mediaMessages.base64Invalid),
  why: ({ fault, data }) => {
    switch (fault?.kind) {
      case 'data-url':
        return `\`data\` holds a whole \`data:\` URL; it must begin after \`${data.slice(0, fault.prefixLength)}\`.`;
      case 'character':
        return `Character ${fault.offset + 1} is ${JSON.stringify(fault.character)}, which base64 does not use.`;
      case 'length':
        return `It has ${data.length} characters; one is left over after the last group of four, so the text is cut.`;
      default:
        return '`data` is empty.';
    }
  },
  fix: cutPrefix,
});

const otherMediaType = defineRule<EmbeddedImage>({
  cause,
  row: 'image-media-mismatch',
  phase: 'cross-field',
  // Before 2026 one such request was taken, so a refusal is not certain there.
  severity: (_, { asOf }) => (asOf !== undefined && asOf < '2026-01-01' ? 'warning' : 'error'),
  find: (view) =>
    embeddedImages(view).filter(
      ({ declared, reading, fault }) => !fault && reading.mediaType !== undefined && reading.mediaType !== declared,
    ),
  path: ({ block }, { asOf }) => `${taggedPath(block)}.source.base64${namesFoundMediaType(asOf) ? '' : '.data'}`,
  at: ({ block }) => [...blockAt(block), 'source', 'media_type'],
  message: ({ declared, reading }, { asOf }) =>
    mediaMessages.mediaTypeMismatch(declared, reading.mediaType ?? '', asOf),
  why: ({ declared, reading }) =>
    `The bytes are \`${reading.mediaType ?? ''}\` and \`media_type\` says \`${declared}\`; a file name or an upload often claims the wrong one.`,
  fix: ({ block, reading }) => ({
    name: 'media-types',
    safe: true,
    does: `Set \`media_type\` to \`${reading.mediaType ?? ''}\`, which the bytes are.`,
    edits: [{ kind: 'set', at: [...blockAt(block), 'source', 'media_type'], value: reading.mediaType }],
  }),
});

const otherFormat = defineRule<EmbeddedImage>({
  cause,
  row: 'image-format',
  phase: 'cross-field',
  find: (view) => embeddedImages(view).filter(({ reading }) => reading.otherFormat !== undefined),
  path: ({ block }) => `${taggedPath(block)}.source.base64.data`,
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: ({ declared }) => mediaMessages.formatUnsupported(declared),
  why: ({ reading }) => `The data is ${reading.otherFormat ?? ''}; the API reads JPEG, PNG, GIF and WebP.`,
});

const unreadable = defineRule<EmbeddedImage>({
  cause,
  row: 'image-unreadable',
  phase: 'cross-field',
  severity: ({ reading }) => (reading.faultMayPass ? 'warning' : 'error'),
  find: (view) =>
    embeddedImages(view).filter(({ reading }) => reading.fault !== undefined && reading.otherFormat === undefined),
  path: () => '',
  at: ({ block }) => [...blockAt(block), 'source', 'data'],
  message: () => mediaMessages.imageUnreadable,
  why: ({ block, reading }) => `The image at \`${taggedPath(block)}\` cannot be decoded: ${reading.fault ?? ''}.`,
});

function cutPrefix({ block, data, fault, declared }: EmbeddedImage): Fix | undefined {
  if (fault?.kind !== 'data-url' || fault.prefixLength === 0) return undefined;
  const place = [...blockAt(block), 'source'];
  return {
    name: 'media-types',
    safe: true,
    does: 'Remove the `data:` prefix.',
    edits: [
      { kind: 'set', at: [...place, 'data'], value: data.slice(fault.prefixLength) },
      ...(fault.mediaType.startsWith('image/') && fault.mediaType !== declared
        ? [{ kind: 'set', at: [...place, 'media_type'], value: fault.mediaType } as const]
        : []),
    ],
  };
}

/** Rules about images that cannot be decoded. */
export const imageInvalidRules = [notBase64, otherFormat, otherMediaType, unreadable] as const;
