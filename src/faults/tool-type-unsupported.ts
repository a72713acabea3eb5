import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a type of tool. */
export const toolTypeUnsupported = defineFault({
  id: 'tool-type-unsupported',
  cause: 'tool-type-unsupported',
  summary: 'Refuses a type of tool',
  deed: () => brokenRequest({ tools: [{ type: 'telescope_20260101', name: 'telescope' }] }),
});
