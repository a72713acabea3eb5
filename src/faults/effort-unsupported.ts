import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses an effort that the model does not have. */
export const effortUnsupported = defineFault({
  id: 'effort-unsupported',
  cause: 'effort-unsupported',
  summary: 'Refuses an effort that the model does not have',
  deed: () => brokenRequest({ model: 'claude-haiku-4-5', output_config: { effort: 'low' } }),
});
