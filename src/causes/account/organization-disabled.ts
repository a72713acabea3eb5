import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The organization or account behind the credential is disabled. */
export const organizationDisabled = defineCause({
  id: 'organization-disabled',
  title: 'The organization of this key is disabled',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'This organization has been dis' },
    { says: 'organization has been disabled' },
    { says: 'organization is disabled', certainty: 'likely' },
    { says: 'account has been disabled after an automatic review' },
    { says: ['account has been disable', 'automatic review'] },
    { says: 'Your account has been disabled', pattern: /claude|anthropic/i, certainty: 'likely' },
    { says: 'Your account has been suspended', pattern: /claude|anthropic/i, certainty: 'likely' },
    { says: 'organization has been banned', certainty: 'likely' },
    { says: 'organization has been suspended', certainty: 'likely' },
    { says: ['organization', 'been disabled'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['account', 'been disabled'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['organization', 'been disabled'], type: 'permission_error', certainty: 'likely' },
  ],
  retold: [
    'account was banned',
    'account is banned',
    'account has been banned',
    'account got banned',
    'account banned',
    'account was suspended',
    'account is suspended',
    'account has been suspended',
    'account suspended',
    'account was disabled',
    'account is disabled',
    'account has been disabled',
    'organization was disabled',
    'organization is disabled',
    '账号被封',
    '账户被封',
    '被封号',
    '封号了',
    'アカウントが停止',
    'アカウントがBAN',
    '계정이 정지',
    'cuenta suspendida',
    'konto gesperrt',
    'compte suspendu',
    'аккаунт заблокирован',
  ],
  explain: (_, { client }) =>
    `The credential is genuine, but the organization it belongs to has been disabled, so that every call with it is refused. ${client?.name === 'claude-code' ? 'In Claude Code this is often a forgotten `ANTHROPIC_API_KEY` of an old organization, which wins over a good subscription.' : 'The key may be of an old organization while another one of yours is in good standing.'}`,
  remedies: () => [
    {
      action: 'See whether an old key in the environment is used instead of what you meant, and remove it.',
      run: 'env | grep -E "^ANTHROPIC_(API_KEY|AUTH_TOKEN)=" | cut -c1-30; unset ANTHROPIC_API_KEY',
    },
    {
      action:
        'Sign in to the Claude Console with the account of the key, and read what it says about the organization.',
    },
    {
      action:
        'If it was disabled by mistake, appeal with the form that the mail or the Console names; new keys of the same organization do not help.',
    },
  ],
  docs: pages.claudeCodeErrors,
});
