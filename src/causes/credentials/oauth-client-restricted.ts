import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** An OAuth credential of one client is used by another program. */
export const oauthClientRestricted = defineCause({
  id: 'oauth-client-restricted',
  title: 'The credential may only be used by another client',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'only authorized for use with Claude' },
    { says: 'cannot be used for other API requests' },
    { says: 'OAuth authentication is currently not supported' },
    { says: 'OAuth tokens are not supported', type: 'authentication_error', certainty: 'likely' },
    { says: 'credential is only authorized', certainty: 'likely' },
    { says: 'This endpoint only accepts requests from Claude Code CLI' },
    { says: 'Your client is not authorized to use this API key', certainty: 'likely' },
    // A subscription token outside its client is answered with a 429 that says nothing.
    {
      says: 'rate_limit_error, message: Error',
      pattern: /setup-token|CLAUDE_CODE_OAUTH_TOKEN|sk-ant-oat|redacted Anthropic OAuth access token/,
      certainty: 'likely',
    },
    { says: 'subscription credentials cannot be used', certainty: 'likely' },
  ],
  explain: (_, { response }) =>
    /not supported/.test(response?.message ?? '')
      ? 'The request carries an OAuth access token, and this endpoint does not take one as it was sent: the token belongs to a client of Anthropic, such as Claude Code, that sends its own beta value with it. A program of yours cannot use it in place of an API key.'
      : 'The request carries the sign-in of a Claude subscription, which may be used by Claude Code only. The API saw that another program sent it and refused; what the request asks for does not matter.',
  remedies: () => [
    { action: 'Use an API key of the Claude Console for this program.', run: "export ANTHROPIC_API_KEY='...'" },
    { action: 'To stay on the subscription, call Claude Code itself, not the API.', run: "claude -p 'your prompt'" },
    { action: 'Remove the OAuth token from the settings of the program, so that it does not win over the key.' },
  ],
  docs: pages.claudeCodeAuthentication,
});
