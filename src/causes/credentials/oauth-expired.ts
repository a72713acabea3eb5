import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface End {
  readonly how: 'expired' | 'revoked' | undefined;
}

/** An OAuth token is past its life, was revoked, or could not be refreshed. */
export const oauthExpired = defineCause<End>({
  id: 'oauth-expired',
  title: 'The sign-in has expired or was revoked',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'OAuth token has expired' },
    { says: 'OAuth token has been revoked' },
    { says: 'OAuth token is expired' },
    { says: 'OAuth token revoked' },
    { says: 'OAuth access token has expired' },
    { says: 'OAuth access token is invalid' },
    { says: 'obtain a new token or refresh your existing token' },
    { says: 'OAuth session expired and could not be refreshed' },
    { says: 'OAuth session expired', certainty: 'likely' },
    { code: 'account_session_invalid' },
    { says: 'OAuth access token has been revoked' },
    { says: 'Login expired · Please run /login' },
    { says: 'Your OAuth token has expired' },
    { says: 'User OAuth refresh failed' },
    { says: ['Access token at', 'has expired and no refresh is available'] },
    { says: 'OAuth token refresh failed', certainty: 'likely' },
    { says: 'Failed to refresh OAuth token', certainty: 'likely' },
    { says: 'Refresh token not found or invalid', certainty: 'likely' },
    { says: 'Token refresh failed', certainty: 'likely', shared: true },
    { says: 'authentication token has expired', type: 'authentication_error', certainty: 'likely' },
    {
      says: 'Invalid authentication credentials',
      type: 'authentication_error',
      pattern: /sk-ant-oat|CLAUDE_CODE_OAUTH_TOKEN|[Pp]lease run \/login/,
      certainty: 'likely',
    },
    { says: 'Please run /login', type: 'authentication_error', certainty: 'likely' },
    { says: 'Please run /login · API Error: 401', unless: ['security token', 'invalid api key'], certainty: 'likely' },
  ],
  retold: [
    'OAuth token expired',
    'oauth token is expired',
    'login expired',
    'login has expired',
    'session expired',
    'session has expired',
    '登录已过期',
    '登录过期',
    '登录失效',
    '令牌已过期',
    'token 已过期',
    'token 过期',
    'トークンの有効期限',
    'トークンが期限切れ',
    '토큰이 만료',
    'token ha caducado',
    'token ha expirado',
    'token abgelaufen',
    'jeton expiré',
    'токен истек',
  ],
  recognize: (evidence, hit) => {
    const text = flatTextOf(evidence);
    return recognized(hit, { how: /revoked/i.test(text) ? 'revoked' : /expired/i.test(text) ? 'expired' : undefined });
  },
  explain: (end) => {
    const what =
      end?.how === 'revoked' ? 'was revoked' : end?.how === 'expired' ? 'has expired' : 'has expired or was revoked';
    return `The OAuth access token that came with this request ${what}. Such tokens live for hours only and end at once when the user signs out, changes the password, or signs in elsewhere so that the refresh token is replaced; the client then has to renew it or ask for a new sign-in.`;
  },
  remedies: () => [
    { action: 'Sign in again.', run: 'claude /login' },
    {
      action: 'For scripts and servers, make a long-lived token, and set it as `CLAUDE_CODE_OAUTH_TOKEN`.',
      run: 'claude setup-token',
    },
    {
      action:
        'Do not copy the credentials file to several machines: the first that refreshes it ends the token of the others.',
    },
    {
      action:
        'In your own program, refresh before `expires_in` has passed, and use an API key where no user is at hand.',
    },
  ],
  docs: pages.claudeCodeAuthentication,
});
