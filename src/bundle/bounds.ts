import type { BundleBounds } from './unzip.ts';

/** A report holds a dozen small files; a request body is the largest. */
export const reportBounds: BundleBounds = { files: 64, fileBytes: 48 << 20, bytes: 96 << 20 };
