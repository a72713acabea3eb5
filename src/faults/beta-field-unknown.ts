import { defineFault } from '../core/fault.ts';

/** Refuses a field that needs a beta. */
export const betaFieldUnknown = defineFault({
  id: 'beta-field-unknown',
  cause: 'beta-field-unknown',
  summary: 'Refuses a field that needs a beta',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'tools.0.custom.defer_loading: Extra inputs are not permitted',
  },
});
