import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Does not know the model. */
export const modelNotFound = defineFault({
  id: 'model-not-found',
  cause: 'model-not-found',
  summary: 'Does not know the model',
  deed: () => brokenRequest({ model: 'claude-4-5-haiku' }),
});
