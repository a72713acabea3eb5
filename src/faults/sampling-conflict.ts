import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses sampling parameters. */
export const samplingConflict = defineFault({
  id: 'sampling-conflict',
  cause: 'sampling-conflict',
  summary: 'Refuses sampling parameters',
  deed: () => brokenRequest({ model: 'claude-opus-4-8', temperature: 0.2 }),
});
