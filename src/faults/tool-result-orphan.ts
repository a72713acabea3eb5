import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Finds a tool result without its call. */
export const toolResultOrphan = defineFault({
  id: 'tool-result-orphan',
  cause: 'tool-result-orphan',
  summary: 'Finds a tool result without its call',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        { role: 'assistant', content: [{ type: 'text', text: 'One moment.' }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01Inn', content: '517 km' }] },
      ],
    }),
});
