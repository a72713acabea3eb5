import { defineFault } from '../core/fault.ts';

/** Has no account that may use the model. */
export const modelAccessDenied = defineFault({
  id: 'model-access-denied',
  cause: 'model-access-denied',
  summary: 'Has no account that may use the model',
  deed: {
    kind: 'error',
    status: 500,
    type: 'api_error',
    message: 'No available Claude accounts support the requested model: claude-opus-4-5',
  },
});
