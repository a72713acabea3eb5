import { defineFault } from '../core/fault.ts';

/** Does not know the path. */
export const endpointWrong = defineFault({
  id: 'endpoint-wrong',
  cause: 'endpoint-wrong',
  summary: 'Does not know the path',
  deed: { kind: 'error', status: 404, type: 'not_found_error', message: 'Not Found' },
});
