import { defineFault } from '../core/fault.ts';

/** Streams tool input that is no JSON. */
export const responseUnparsable = defineFault({
  id: 'response-unparsable',
  cause: 'response-unparsable',
  summary: 'Streams tool input that is no JSON',
  needsStream: true,
  deed: { kind: 'wire', how: 'garbled-tool-input' },
});
