import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a beta header. */
export const betaHeader = defineFault({
  id: 'beta-header',
  cause: 'beta-header',
  summary: 'Refuses a beta header',
  deed: () => brokenRequest({}, { 'anthropic-beta': ' ' }),
});
