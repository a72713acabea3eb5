import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The organization does not let Claude Code sign in with an API key. */
export const apiKeyOrgNotAllowed = defineCause({
  id: 'api-key-org-not-allowed',
  refines: 'permission-denied',
  title: 'Your organization does not allow API keys in Claude Code',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'organization has disabled API key' },
    { says: ['Switch to a Claude.ai subscription', 'ask your admin to enable API key access'] },
    { says: 'API key authentication is disabled for your organization', certainty: 'likely' },
  ],
  explain: () =>
    'The API key is genuine, but its organization does not let Claude Code authenticate with one. A key in the environment wins over the sign-in that the organization wants, so that the message appears although you are signed in.',
  remedies: () => [
    {
      action: 'Remove the key from the environment and from the settings, so that the sign-in is used.',
      run: 'unset ANTHROPIC_API_KEY && claude /status',
    },
    { action: 'Take out an `apiKeyHelper` in the settings of Claude Code that supplies the key.' },
    { action: 'Ask an administrator to enable API key access if you need it.' },
  ],
  docs: pages.claudeCodeErrors,
});
