import { defineFault } from '../core/fault.ts';

/** Answers 200 without a body. */
export const emptyBody = defineFault({
  id: 'empty-body',
  cause: 'stream-interrupted',
  summary: 'Answers 200 without a body',
  needsStream: true,
  deed: { kind: 'wire', how: 'empty-body' },
});
