import { defineFault } from '../core/fault.ts';

/** Refuses an old Claude Code. */
export const claudeCodeOutdated = defineFault({
  id: 'claude-code-outdated',
  cause: 'claude-code-outdated',
  summary: 'Refuses an old Claude Code',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'claude_code_version_too_old',
    message: 'This version of Claude Code is not supported.',
  },
});
