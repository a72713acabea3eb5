import { defineFault } from '../core/fault.ts';

/** Has too many tools for one compaction block. */
export const compactionTooManyToolReferences = defineFault({
  id: 'compaction-too-many-tool-references',
  cause: 'compaction-too-many-tool-references',
  summary: 'Has too many tools for one compaction block',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'compaction_too_many_tool_references',
    message: 'Too many tool references.',
  },
});
