import { defineFault } from '../core/fault.ts';

/** Ends the stream in the middle of an event. */
export const streamCutInsideEvent = defineFault({
  id: 'stream-cut-inside-event',
  cause: 'stream-interrupted',
  summary: 'Ends the stream in the middle of an event',
  seenAs: ['stream-interrupted', 'response-unparsable'],
  needsStream: true,
  deed: { kind: 'wire', how: 'end-inside-event' },
});
