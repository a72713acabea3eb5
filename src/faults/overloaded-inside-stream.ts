import { defineFault } from '../core/fault.ts';

/** Begins to stream, and ends with an overload event. */
export const overloadedInsideStream = defineFault({
  id: 'overloaded-inside-stream',
  cause: 'overloaded',
  summary: 'Begins to stream, and ends with an overload event',
  needsStream: true,
  deed: { kind: 'stream-error', error: { status: 529, type: 'overloaded_error', message: 'Overloaded' } },
});
