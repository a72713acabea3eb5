import { defineFault } from '../core/fault.ts';

/** Refuses too many tools. */
export const toolsTooMany = defineFault({
  id: 'tools-too-many',
  cause: 'tools-too-many',
  summary: 'Refuses too many tools',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'available_tools_limit_exceeded',
    message: 'Too many tools are available.',
  },
});
