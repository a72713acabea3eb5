import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The conversation names more tools than a compaction block can record. */
export const compactionTooManyToolReferences = defineCause({
  id: 'compaction-too-many-tool-references',
  refines: 'field-invalid',
  title: 'Too many tools for one `compaction` block',
  locus: 'request',
  retry: 'no',
  signs: [{ code: 'compaction_too_many_tool_references' }, { says: 'compaction_too_many_tool_references' }],
  explain: () =>
    'The conversation to be compacted refers to more distinct tools than a `compaction` block can record. Every tool that was added, removed or found by tool search on the way counts.',
  remedies: () => [
    { action: 'Compact earlier and more often, before so many tools have come up.' },
    { action: 'Offer fewer tools: group them, or leave unused MCP servers out.' },
    { action: 'Or begin a new conversation with a summary of your own as the first user message.' },
  ],
  docs: pages.compaction,
});
