import { defineFault } from '../core/fault.ts';

/** Closes the connection before it answers. */
export const connectionClosed = defineFault({
  id: 'connection-closed',
  cause: 'connection-reset',
  summary: 'Closes the connection before it answers',
  deed: { kind: 'wire', how: 'close-before-answer' },
});
