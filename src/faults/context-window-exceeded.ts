import { defineFault } from '../core/fault.ts';

/** Stops when the context window is full. */
export const contextWindowExceeded = defineFault({
  id: 'context-window-exceeded',
  cause: 'context-window-exceeded',
  summary: 'Stops when the context window is full',
  deed: { kind: 'ending', ending: { stopReason: 'model_context_window_exceeded' } },
});
