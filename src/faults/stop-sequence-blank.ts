import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a blank stop sequence. */
export const stopSequenceBlank = defineFault({
  id: 'stop-sequence-blank',
  cause: 'stop-sequence-blank',
  summary: 'Refuses a blank stop sequence',
  deed: () => brokenRequest({ stop_sequences: [' '] }),
});
