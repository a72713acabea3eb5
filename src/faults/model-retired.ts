import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Has retired the model. */
export const modelRetired = defineFault({
  id: 'model-retired',
  cause: 'model-retired',
  summary: 'Has retired the model',
  deed: () => brokenRequest({ model: 'claude-3-5-sonnet-20241022' }),
});
