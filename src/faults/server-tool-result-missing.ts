import { defineFault } from '../core/fault.ts';

/** Misses the result of a server tool. */
export const serverToolResultMissing = defineFault({
  id: 'server-tool-result-missing',
  cause: 'server-tool-result-missing',
  summary: 'Misses the result of a server tool',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'messages.1: `code_execution` tool use with id `srvtoolu_01Faultline` was found without a corresponding `code_execution_tool_result` block',
  },
});
