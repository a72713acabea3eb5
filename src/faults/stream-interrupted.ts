import { defineFault } from '../core/fault.ts';

/** Ends the stream between two events. */
export const streamInterrupted = defineFault({
  id: 'stream-interrupted',
  cause: 'stream-interrupted',
  summary: 'Ends the stream between two events',
  needsStream: true,
  deed: { kind: 'wire', how: 'end-between-events' },
});
