import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a tool choice without tools. */
export const toolChoiceConflict = defineFault({
  id: 'tool-choice-conflict',
  cause: 'tool-choice-conflict',
  summary: 'Refuses a tool choice without tools',
  deed: () => brokenRequest({ tool_choice: { type: 'any' } }),
});
