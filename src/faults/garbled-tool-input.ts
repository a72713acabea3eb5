import { defineFault } from '../core/fault.ts';

/** Streams tool input that is no JSON. */
export const garbledToolInput = defineFault({
  id: 'garbled-tool-input',
  cause: 'response-unparsable',
  summary: 'Streams tool input that is no JSON',
  needsStream: true,
  deed: { kind: 'wire', how: 'garbled-tool-input' },
});
