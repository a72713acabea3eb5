import { defineFault } from '../core/fault.ts';

/** Answers under the wrong content type. */
export const wrongContentType = defineFault({
  id: 'wrong-content-type',
  cause: 'response-unparsable',
  summary: 'Answers under the wrong content type',
  seenAs: [],
  deed: { kind: 'wire', how: 'wrong-content-type' },
});
