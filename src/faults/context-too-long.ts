import { defineFault } from '../core/fault.ts';

/** Refuses a prompt that is too long. */
export const contextTooLong = defineFault({
  id: 'context-too-long',
  cause: 'context-too-long',
  summary: 'Refuses a prompt that is too long',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'prompt is too long: 207791 tokens > 200000 maximum',
  },
});
