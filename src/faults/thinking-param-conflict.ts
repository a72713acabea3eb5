import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a parameter beside thinking. */
export const thinkingParamConflict = defineFault({
  id: 'thinking-param-conflict',
  cause: 'thinking-param-conflict',
  summary: 'Refuses a parameter beside thinking',
  deed: () =>
    brokenRequest({
      model: 'claude-sonnet-4-5',
      max_tokens: 4096,
      thinking: { type: 'enabled', budget_tokens: 2048 },
      temperature: 0.2,
    }),
});
