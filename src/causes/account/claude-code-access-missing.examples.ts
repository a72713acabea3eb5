import type { CauseExamples } from '../examples.ts';

/** Reports of an account without Claude Code, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: '> hello\n  ⎿  Your account does not have access to Claude Code. Please run\n     /login.' },
    {
      text: 'Claude Max or Pro is required to connect to Claude Code. Sign up for a Max or Pro subscription to connect your account, or use your API key.',
    },
    {
      text: 'OAuth error: Your organization does not have access to Claude. Please login again or contact your administrator.',
    },
  ],
  spares: [
    { text: '⎿  Not logged in · Please run /login', cause: 'api-key-missing' },
    {
      text: 'Your organization has disabled Claude subscription access for Claude Code',
      cause: 'oauth-org-not-allowed',
    },
  ],
};
