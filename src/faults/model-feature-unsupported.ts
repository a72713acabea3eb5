import { defineFault } from '../core/fault.ts';

/** Refuses a feature that the model lacks. */
export const modelFeatureUnsupported = defineFault({
  id: 'model-feature-unsupported',
  cause: 'model-feature-unsupported',
  summary: 'Refuses a feature that the model lacks',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'This model does not support citations.',
  },
});
