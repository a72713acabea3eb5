import { defineFault } from '../core/fault.ts';

/** Is refused at the edge for the place of the caller. */
export const regionUnsupported = defineFault({
  id: 'region-unsupported',
  cause: 'region-unsupported',
  summary: 'Is refused at the edge for the place of the caller',
  deed: { kind: 'error', status: 403, type: 'forbidden', message: 'Request not allowed' },
});
