import { defineFault } from '../core/fault.ts';
import { brokenRequest } from './broken-request.ts';

/** Refuses a thinking mode that the model does not have. */
export const thinkingModeUnsupported = defineFault({
  id: 'thinking-mode-unsupported',
  cause: 'thinking-mode-unsupported',
  summary: 'Refuses a thinking mode that the model does not have',
  deed: () => brokenRequest({ model: 'claude-haiku-4-5', thinking: { type: 'adaptive' } }),
});
