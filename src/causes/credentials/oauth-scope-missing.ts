import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Scope {
  readonly scope: string | undefined;
}

/** An OAuth token lacks a scope that the endpoint asks for. */
export const oauthScopeMissing = defineCause<Scope>({
  id: 'oauth-scope-missing',
  refines: 'oauth-expired',
  title: 'The OAuth token lacks a scope',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'OAuth token does not meet scope' },
    { says: 'does not meet scope requirement' },
    { says: 'OAuth token lacks required scopes' },
    { says: 'Token must have the following scopes: user:' },
    { says: 'token does not have the required scope', certainty: 'likely', shared: true },
    { says: 'OAuth token is missing the', pattern: /(?:user|org|workspace):[a-z_]+/, certainty: 'likely' },
    { says: 'insufficient_scope', type: 'permission_error', certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, { scope: /\b((?:user|org|workspace):[a-z_]+(?::[a-z_]+)?)\b/.exec(flatTextOf(evidence))?.[1] }),
  explain: (found) =>
    `The OAuth token is valid, but it was issued without the scope ${found?.scope === undefined ? 'that this endpoint asks for' : `\`${found.scope}\``}. Scopes are fixed when a token is made: a token of \`claude setup-token\` may only run inference, for example, and cannot read profile or usage data.`,
  remedies: (found) => [
    {
      action: `Sign in anew so that the token is issued with ${found?.scope === undefined ? 'all scopes' : `\`${found.scope}\``}.`,
      run: 'claude /logout && claude /login',
    },
    {
      action: 'Unset `CLAUDE_CODE_OAUTH_TOKEN` where it hides the full sign-in.',
      run: 'unset CLAUDE_CODE_OAUTH_TOKEN',
    },
    {
      action:
        'Leave the call out where the token comes from `claude setup-token`: usage and profile endpoints are closed to it.',
    },
  ],
  docs: pages.claudeCodeErrors,
});
