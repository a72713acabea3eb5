import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Misses the result of a tool call. */
export const toolResultMissing = defineFault({
  id: 'tool-result-missing',
  cause: 'tool-result-missing',
  summary: 'Misses the result of a tool call',
  deed: () =>
    brokenRequest({
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
      messages: [
        { role: 'user', content: 'How long are the Inn and the Enns?' },
        {
          role: 'assistant',
          content: [{ type: 'tool_use', id: 'toolu_01Inn', name: 'look_up_river', input: { name: 'Inn' } }],
        },
        { role: 'user', content: [{ type: 'text', text: 'Never mind.' }] },
      ],
    }),
});
