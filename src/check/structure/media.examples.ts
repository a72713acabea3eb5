import type { JsonObject } from '../../core/json.ts';
import type { RuleExample } from '../../core/rule.ts';
import { called, example, unknownTag, user } from './example.ts';

const pixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=';
const base64Image = { type: 'base64', media_type: 'image/png', data: pixel };

function image(source: JsonObject): JsonObject {
  return user({ type: 'image', source });
}

/** Faults of the sources of images and documents. */
export const mediaExamples: readonly RuleExample[] = [
  example({
    row: 'image-source-type',
    cause: 'image-invalid',
    says: `messages.0.content.0.image.source: ${unknownTag('path', ['base64', 'file', 'url'])}`,
    breaks: image({ type: 'path', path: 'a.png' }),
    spares: image(base64Image),
  }),
  example({
    row: 'image-media-type',
    cause: 'image-invalid',
    says: "messages.0.content.0.image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'",
    breaks: image({ ...base64Image, media_type: 'image/jpg' }),
    spares: image(base64Image),
  }),
  example({
    row: 'image-media-type',
    cause: 'image-invalid',
    says: "messages.2.content.0.tool_result.content.0.image.source.base64.media_type: Input should be 'image/jpeg', 'image/png', 'image/gif' or 'image/webp'",
    breaks: called({}, { content: [{ type: 'image', source: { ...base64Image, media_type: 'png' } }] }),
    spares: called({}, { content: [{ type: 'image', source: base64Image }] }),
  }),
  example({
    row: 'doc-media',
    cause: 'document-invalid',
    says: "messages.0.content.0.document.source.base64.media_type: Input should be 'application/pdf'",
    breaks: user({ type: 'document', source: { type: 'base64', media_type: 'text/csv', data: 'YQ==' } }),
    spares: user({ type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'a' } }),
  }),
];
