import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Misses the tools that the conversation uses. */
export const toolsUndefined = defineFault({
  id: 'tools-undefined',
  cause: 'tools-undefined',
  summary: 'Misses the tools that the conversation uses',
  deed: () =>
    brokenRequest({
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 'toolu_01Inn', name: 'look_up_river', input: { name: 'Inn' } }],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01Inn', content: '517 km' }] },
      ],
    }),
});
