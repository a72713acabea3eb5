import { defineFault } from '../core/fault.ts';

/** Promises more bytes than it sends. */
export const wrongLength = defineFault({
  id: 'wrong-length',
  cause: 'stream-interrupted',
  summary: 'Promises more bytes than it sends',
  seenAs: ['stream-interrupted', 'connection-reset'],
  deed: { kind: 'wire', how: 'wrong-length' },
});
