import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a value that is out of range. */
export const fieldInvalid = defineFault({
  id: 'field-invalid',
  cause: 'field-invalid',
  summary: 'Refuses a value that is out of range',
  deed: () => brokenRequest({ temperature: 2 }),
});
