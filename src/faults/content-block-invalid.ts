import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a block of an unknown type. */
export const contentBlockInvalid = defineFault({
  id: 'content-block-invalid',
  cause: 'content-block-invalid',
  summary: 'Refuses a block of an unknown type',
  deed: () =>
    brokenRequest({
      messages: [
        { role: 'user', content: [{ type: 'image_url', image_url: { url: 'https://example.com/danube.png' } }] },
      ],
    }),
});
