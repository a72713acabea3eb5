import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { batchLimits, maxBodyBytes } from '../../facts/limits.ts';
import { platformName } from '../../facts/platforms.ts';

const mebibyte = 1024 * 1024;

const bodyTooLarge = defineRule<{ readonly bytes: number; readonly limit: number }>({
  cause: 'request-too-large',
  row: 'body-too-large',
  phase: 'transport',
  find(view) {
    const limit = limitOf(view);
    if (view.rawText === undefined || limit === undefined || view.isBatchEntry) return [];
    const bytes = utf8Length(view.rawText, limit);
    return bytes > limit ? [{ bytes, limit }] : [];
  },
  path: () => '',
  at: () => [],
  message: () => 'Request exceeds the maximum size',
  why: ({ bytes, limit }, { platform }) =>
    `The body has ${(bytes / mebibyte).toFixed(1)} MB; ${platformName(platform)} takes ${limit / mebibyte} MB. Upload large files with the Files API, or send fewer images per request.`,
});

function limitOf({ kind, platform }: RequestView): number | undefined {
  return kind === 'batch' ? batchLimits.bytes : maxBodyBytes[platform];
}

/** Bytes of a text in UTF-8, counted only where the number of characters leaves it open on which side of the limit it is. */
function utf8Length(text: string, limit: number): number {
  if (text.length > limit || text.length * 3 <= limit) return text.length;
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    // A surrogate pair is two code units and four bytes.
    if (code >= 0x80) bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2;
  }
  return bytes;
}

/** Rules about the size of the body. */
export const requestTooLargeRules = [bodyTooLarge] as const;
