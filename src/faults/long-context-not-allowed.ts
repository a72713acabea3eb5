import { defineFault } from '../core/fault.ts';

/** Refuses the long context window. */
export const longContextNotAllowed = defineFault({
  id: 'long-context-not-allowed',
  cause: 'long-context-not-allowed',
  summary: 'Refuses the long context window',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'The long context beta is not yet available for this subscription.',
  },
});
