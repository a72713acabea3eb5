import { defineFault } from '../core/fault.ts';

/** Asks, as it did until 2025, for the tools that the conversation uses. */
export const toolsUndefined = defineFault({
  id: 'tools-undefined',
  cause: 'tools-undefined',
  summary: 'Asks, as it did until 2025, for the tools that the conversation uses',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'Requests which include `tool_use` or `tool_result` blocks must define tools',
  },
});
