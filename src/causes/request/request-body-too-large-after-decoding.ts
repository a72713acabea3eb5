import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A compressed body is too large once it is decoded. */
export const requestBodyTooLargeAfterDecoding = defineCause({
  id: 'request-body-too-large-after-decoding',
  refines: 'request-too-large',
  title: 'The compressed request body is too large once decoded',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'request_body_too_large_after_decoding' },
    { says: 'request_body_too_large_after_decoding' },
    { says: ['too large', 'after decoding'], status: 413, certainty: 'likely' },
  ],
  explain: () =>
    'The request was sent compressed (`content-encoding`), and what it holds is larger than the endpoint takes. The byte limit counts the decoded body, so compression saves transfer time but makes no room.',
  remedies: () => [
    { action: 'Upload large images and documents with the Files API and send their `file_id` in place of the bytes.' },
    { action: 'Shorten the history, or send its large parts in separate requests.' },
    { action: 'Measure the body before it is compressed.', run: 'Buffer.byteLength(JSON.stringify(body))' },
  ],
  docs: pages.requestSize,
});
