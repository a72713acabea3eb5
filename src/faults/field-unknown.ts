import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a field that it does not know. */
export const fieldUnknown = defineFault({
  id: 'field-unknown',
  cause: 'field-unknown',
  summary: 'Refuses a field that it does not know',
  deed: () => brokenRequest({ seed: 7 }),
});
