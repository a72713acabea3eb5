import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Misses a field. */
export const fieldMissing = defineFault({
  id: 'field-missing',
  cause: 'field-missing',
  summary: 'Misses a field',
  deed: () => brokenRequest({ max_tokens: undefined }),
});
