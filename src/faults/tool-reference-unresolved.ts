import { defineFault } from '../core/fault.ts';

/** Cannot resolve a tool reference. */
export const toolReferenceUnresolved = defineFault({
  id: 'tool-reference-unresolved',
  cause: 'tool-reference-unresolved',
  summary: 'Cannot resolve a tool reference',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: "Tool reference 'mcp__files__read' not found in available tools",
  },
});
