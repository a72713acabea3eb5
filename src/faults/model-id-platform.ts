import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Does not know the id of another platform. */
export const modelIdPlatform = defineFault({
  id: 'model-id-platform',
  cause: 'model-id-platform',
  summary: 'Does not know the id of another platform',
  deed: () => brokenRequest({ model: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0' }),
});
