import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Finds a tool call twice. */
export const toolUseDuplicate = defineFault({
  id: 'tool-use-duplicate',
  cause: 'tool-use-duplicate',
  summary: 'Finds a tool call twice',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        {
          role: 'assistant',
          content: [
            { type: 'tool_use', id: 'toolu_01Inn', name: 'look_up_river', input: { name: 'Inn' } },
            { type: 'tool_use', id: 'toolu_01Inn', name: 'look_up_river', input: { name: 'Inn' } },
          ],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01Inn', content: '517 km' }] },
      ],
    }),
});
