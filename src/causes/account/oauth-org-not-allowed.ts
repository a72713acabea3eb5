import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Subscription sign-in is disabled for the organization; an API key is needed. */
export const oauthOrgNotAllowed = defineCause({
  id: 'oauth-org-not-allowed',
  title: 'Your organization does not allow the subscription sign-in',
  locus: 'account',
  retry: 'no',
  signs: [
    { code: 'oauth_not_allowed_for_organization' },
    { says: 'OAuth authentication is currently not allowed' },
    { says: 'has disabled Claude subscription access' },
    { says: 'has disabled Claude subscription' },
    { says: 'oauth_org_not_allowed' },
    { says: 'OAuth is not allowed for this organization', certainty: 'likely' },
    { says: 'OAuth authentication is not allowed', certainty: 'likely' },
    { says: 'Use an Anthropic API key instead, or ask your admin to enable access' },
  ],
  explain: () =>
    'The sign-in itself is good, but the organization it belongs to has turned off OAuth access with a subscription, so that the API refuses its tokens. Signing in again brings the same answer; an API key of the organization is not affected.',
  remedies: () => [
    { action: 'Use an API key of the Claude Console.', run: "export ANTHROPIC_API_KEY='...'" },
    { action: 'Ask an administrator to enable subscription access for Claude Code in the organization settings.' },
    {
      action: 'If you have another organization or a personal plan, sign out and choose that one when you sign in.',
      run: 'claude /logout && claude /login',
    },
  ],
  docs: pages.claudeCodeErrors,
});
