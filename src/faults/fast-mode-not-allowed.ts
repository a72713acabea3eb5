import { defineFault } from '../core/fault.ts';

/** Refuses fast mode. */
export const fastModeNotAllowed = defineFault({
  id: 'fast-mode-not-allowed',
  cause: 'fast-mode-not-allowed',
  summary: 'Refuses fast mode',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'Fast mode is currently available in research preview in Claude Code. It is not yet available via API.',
  },
});
