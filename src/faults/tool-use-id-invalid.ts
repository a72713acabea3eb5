import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the id of a tool call. */
export const toolUseIdInvalid = defineFault({
  id: 'tool-use-id-invalid',
  cause: 'tool-use-id-invalid',
  summary: 'Refuses the id of a tool call',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 'call:1', name: 'look_up_river', input: { name: 'Inn' } }],
        },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'call:1', content: '517 km' }] },
      ],
    }),
});
