import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The signed-in account has no seat or plan that includes Claude Code. */
export const claudeCodeAccessMissing = defineCause({
  id: 'claude-code-access-missing',
  refines: 'permission-denied',
  title: 'The account has no access to Claude Code',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'Your account does not have access to Claude Code' },
    { says: 'account does not have access to Claude' },
    { says: 'is required to connect to Claude Code' },
    { says: 'organization does not have access to Claude' },
    { says: 'Claude Code is not included in your', certainty: 'likely' },
  ],
  explain: () =>
    'The sign-in worked, and the account behind it has no plan or seat that includes Claude Code, or it is bound to another organization than the one that pays. The client keeps the entitlements that it saw at sign-in, so that a plan bought later counts only after a new one.',
  remedies: () => [
    {
      action: 'Sign out and in again, and choose the organization with the plan.',
      run: 'claude /logout && claude /login',
    },
    {
      action:
        'Check at claude.ai/settings that the plan is active and, in a team, that your seat includes Claude Code.',
    },
    { action: 'Use an API key of the Claude Console instead.', run: "export ANTHROPIC_API_KEY='...'" },
  ],
  docs: pages.claudeCodeAuthentication,
});
