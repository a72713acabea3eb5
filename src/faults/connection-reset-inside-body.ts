import { defineFault } from '../core/fault.ts';

/** Resets the connection in the middle of the answer. */
export const connectionResetInsideBody = defineFault({
  id: 'connection-reset-inside-body',
  cause: 'stream-interrupted',
  summary: 'Resets the connection in the middle of the answer',
  seenAs: ['stream-interrupted', 'connection-reset'],
  deed: { kind: 'wire', how: 'reset-inside-body' },
});
