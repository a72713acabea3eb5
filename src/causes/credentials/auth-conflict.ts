import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Rivals {
  readonly names: readonly string[];
}

const sources =
  /\b(?:ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|CLAUDE_CODE_OAUTH_TOKEN|apiKeyHelper|apiKey|authToken|api_key|auth_token|claude\.ai|azureADTokenProvider|credentials|config|profile)\b/g;

/** Two credentials are set, and the one that is used is not the one that was meant. */
export const authConflict = defineCause<Rivals>({
  id: 'auth-conflict',
  title: 'Two credentials are set at once',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'Auth conflict: Both' },
    { says: 'Auth conflict: Using' },
    { says: 'Both a token (ANTHROPIC_AUTH_TOKEN) and an API key' },
    { says: ['Both a token', 'and an API key', 'are set'] },
    { says: ['Both ANTHROPIC_', 'set', 'auth may not work as expected'] },
    { says: 'ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN are both set' },
    { says: 'Pass at most one of apiKey, authToken' },
    { says: ['Pass at most one of', 'credentials', 'config', 'profile'] },
    { says: ['apiKey and azureADTokenProvider', 'are mutually exclusive'] },
    { says: ['ANTHROPIC_API_KEY', 'takes precedence over', 'claude.ai'], certainty: 'likely' },
    { says: 'This may lead to unexpected behavior', pattern: /ANTHROPIC_(?:API_KEY|AUTH_TOKEN)/, certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const names = flatTextOf(evidence).match(sources) ?? [];
    return recognized(hit, { names: [...new Set(names)].slice(0, 4) });
  },
  explain: (rivals) =>
    `More than one credential is set${rivals === undefined || rivals.names.length < 2 ? '' : ` (${rivals.names.map((name) => `\`${name}\``).join(', ')})`}. Only one of them is used: the SDKs take \`ANTHROPIC_API_KEY\` before \`ANTHROPIC_AUTH_TOKEN\`, Claude Code takes the token first, and both win over a stored sign-in. A forgotten one thus decides silently which account pays, or makes a good sign-in fail. New SDKs refuse two explicit ones.`,
  remedies: () => [
    { action: 'To use the API key, unset the token.', run: 'unset ANTHROPIC_AUTH_TOKEN' },
    {
      action: 'To use the token or the Claude subscription, unset the key in every shell profile and settings file.',
      run: 'unset ANTHROPIC_API_KEY',
    },
    {
      action:
        'In code, pass exactly one of `apiKey`, `authToken`, `credentials`, `config` and `profile`; an explicit one keeps the environment from being read.',
    },
    { action: 'In Claude Code, see which credential is active.', run: 'claude /status' },
  ],
  docs: pages.claudeCodeAuthentication,
});
