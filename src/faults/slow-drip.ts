import { defineFault } from '../core/fault.ts';

/** Sends the answer a few bytes at a time. */
export const slowDrip = defineFault({
  id: 'slow-drip',
  cause: 'response-timeout',
  summary: 'Sends the answer a few bytes at a time',
  seenAs: ['response-timeout', 'stream-stalled'],
  deed: { kind: 'wire', how: 'drip' },
});
