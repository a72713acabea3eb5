import { isObject, textOf } from '../core/json.ts';
import type { JsonObject } from '../core/json.ts';
import { oncePerView } from '../core/view.ts';
import type { Block } from '../core/view.ts';
import { base64Fault } from './base64.ts';
import type { Base64Fault } from './base64.ts';
import { readImage } from './image.ts';
import type { ImageReading } from './image.ts';
import { readPdf } from './pdf.ts';
import type { PdfReading } from './pdf.ts';

/** An image sent as base64, read once for all rules. */
export interface EmbeddedImage {
  readonly block: Block;
  readonly declared: string;
  readonly data: string;
  /** Set where `data` is not base64; the reading is then empty. */
  readonly fault?: Base64Fault;
  readonly reading: ImageReading;
}

/** A PDF sent as base64, read once for all rules. */
export interface EmbeddedPdf {
  readonly block: Block;
  readonly data: string;
  readonly fault?: Base64Fault;
  readonly reading: PdfReading;
}

/** The images of a request whose bytes are in it. */
export const embeddedImages = oncePerView((view): readonly EmbeddedImage[] =>
  view.blocksOf('image').flatMap((block) => {
    const source = sourceOf(block, 'base64');
    const data = textOf(source?.data);
    const declared = textOf(source?.media_type);
    if (data === undefined || declared === undefined) return [];
    const fault = base64Fault(data);
    return [
      fault ? { block, declared, data, fault, reading: {} } : { block, declared, data, reading: readImage(data) },
    ];
  }),
);

/** The PDFs of a request whose bytes are in it. */
export const embeddedPdfs = oncePerView((view): readonly EmbeddedPdf[] =>
  view.blocksOf('document').flatMap((block) => {
    const source = sourceOf(block, 'base64');
    const data = textOf(source?.data);
    if (data === undefined || source?.media_type !== 'application/pdf') return [];
    const fault = base64Fault(data);
    return [fault ? { block, data, fault, reading: {} } : { block, data, reading: readPdf(data) }];
  }),
);

/** A block's source where it is of one type. */
export function sourceOf(block: Block, type: string): JsonObject | undefined {
  const { source } = block.value;
  return isObject(source) && source.type === type ? source : undefined;
}
