import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses the input of a tool call. */
export const toolUseInputInvalid = defineFault({
  id: 'tool-use-input-invalid',
  cause: 'tool-use-input-invalid',
  summary: 'Refuses the input of a tool call',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        { role: 'assistant', content: [{ type: 'tool_use', id: 'toolu_01Inn', name: 'look_up_river', input: 'Inn' }] },
        { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'toolu_01Inn', content: '517 km' }] },
      ],
    }),
});
