import { defineFault } from '../core/fault.ts';

/** Answers 200 without a body. */
export const emptyBody = defineFault({
  id: 'empty-body',
  cause: 'response-unparsable',
  summary: 'Answers 200 without a body',
  seenAs: ['response-unparsable', 'stream-interrupted', 'empty-answer'],
  deed: { kind: 'wire', how: 'empty-body' },
});
