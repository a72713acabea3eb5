import { defineFault } from '../core/fault.ts';

/** Sends an event that is no JSON. */
export const garbledEvent = defineFault({
  id: 'garbled-event',
  cause: 'response-unparsable',
  summary: 'Sends an event that is no JSON',
  needsStream: true,
  deed: { kind: 'wire', how: 'garbled-event' },
});
