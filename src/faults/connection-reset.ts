import { defineFault } from '../core/fault.ts';

/** Resets the connection before it answers. */
export const connectionReset = defineFault({
  id: 'connection-reset',
  cause: 'connection-reset',
  summary: 'Resets the connection before it answers',
  deed: { kind: 'wire', how: 'reset-before-answer' },
});
