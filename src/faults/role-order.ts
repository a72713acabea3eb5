import { defineFault } from '../core/fault.ts';

/** Asks, as it did until 2024, for roles that alternate. */
export const roleOrder = defineFault({
  id: 'role-order',
  cause: 'role-order',
  summary: 'Asks, as it did until 2024, for roles that alternate',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'messages: roles must alternate between "user" and "assistant", but found multiple "user" roles in a row',
  },
});
