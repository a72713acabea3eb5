import { defineFault } from '../core/fault.ts';

/** Falls silent in the middle of the answer. */
export const streamStalled = defineFault({
  id: 'stream-stalled',
  cause: 'stream-stalled',
  summary: 'Falls silent in the middle of the answer',
  deed: { kind: 'wire', how: 'silence-inside-body' },
});
