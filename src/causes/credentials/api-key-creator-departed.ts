import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The key belongs to the Claude Code workspace, and its creator left. */
export const apiKeyCreatorDeparted = defineCause({
  id: 'api-key-creator-departed',
  refines: 'api-key-invalid',
  title: 'The person who made this Claude Code key has left',
  locus: 'credentials',
  retry: 'no',
  signs: [{ code: 'claude_code_key_creator_not_member' }, { says: 'ClaudeCodeKeyCreatorNotMemberError' }],
  explain: () =>
    'The API key belongs to the Claude Code workspace, and the user who created it is no longer a member of the organization or of that workspace. Keys of that workspace work only as long as their creator does.',
  remedies: () => [
    { action: 'Let a current member sign in to Claude Code, which makes a new key.', run: 'claude /login' },
    {
      action: 'Ask an administrator to add the creator to the Claude Code workspace again, if the leave was a mistake.',
    },
    { action: 'For services, use a key of an ordinary workspace or of a service account, which outlives people.' },
  ],
  docs: pages.authentication,
});
