import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Misses the thinking block of the last turn. */
export const thinkingMissing = defineFault({
  id: 'thinking-missing',
  cause: 'thinking-missing',
  summary: 'Misses the thinking block of the last turn',
  deed: () =>
    brokenRequest({
      model: 'claude-sonnet-4-5',
      max_tokens: 4096,
      thinking: { type: 'enabled', budget_tokens: 2048 },
      tools: [{ name: 'look_up_river', input_schema: { type: 'object', properties: { name: { type: 'string' } } } }],
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
