import type { CauseExamples } from '../examples.ts';

/** Reports of an organization without API keys in Claude Code, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '⎿  Your organization has disabled API key authentication for Claude Code · Switch to a Claude.ai\n     subscription, or ask your admin to enable API key access',
    },
    {
      text: '{"type":"result","is_error":true,"result":"Your organization has disabled API key authentication for Claude Code"}',
    },
    { text: 'stderr | claude: Your organization has disabled API key authent' },
  ],
  spares: [
    {
      text: 'Your organization has disabled Claude subscription access for Claude Code',
      cause: 'oauth-org-not-allowed',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}',
      cause: 'permission-denied',
    },
  ],
};
