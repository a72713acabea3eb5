import { defineFault } from '../core/fault.ts';

/** Refuses a Claude Code key whose creator has left. */
export const apiKeyCreatorDeparted = defineFault({
  id: 'api-key-creator-departed',
  cause: 'api-key-creator-departed',
  summary: 'Refuses a Claude Code key whose creator has left',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'claude_code_key_creator_not_member',
    message: 'The creator of this API key is not a member of the workspace.',
  },
});
