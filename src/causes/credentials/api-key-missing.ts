import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';

/** What programs say in words of their own when the variable is not there. */
const unsetVariable =
  /(?:ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|CLAUDE_API_KEY)\b[^\n]{0,60}\b(?:not\s(?:set|found|defined|provided|configured|available)|missing|required|unset|undefined|empty)\b|\b(?:missing|without|requires?|lacks|no)\b[^\n]{0,60}\b(?:ANTHROPIC_API_KEY|ANTHROPIC_AUTH_TOKEN|CLAUDE_API_KEY)\b/i;
const unsetVariables = ['ANTHROPIC_API_KEY', 'ANTHROPIC_AUTH_TOKEN', 'CLAUDE_API_KEY'].map((says): Sign => ({
  says,
  pattern: unsetVariable,
  certainty: 'likely',
}));

/** No credential reached the API or the SDK. */
export const apiKeyMissing = defineCause({
  id: 'api-key-missing',
  title: 'No API key was sent',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'x-api-key header is required' },
    { says: 'Could not resolve authentication method' },
    { says: 'Or for one of the X-Api-Key or Authorization headers to be explicitly omitted' },
    { says: ['to be set', 'header to be explicitly omitted'] },
    { says: 'Expected either apiKey or authToken to be set' },
    { says: 'Expected either api_key or auth_token to be set' },
    { says: 'Expected one of apiKey, authToken, credentials' },
    { says: 'Expected one of api_key, auth_token, or credentials' },
    { says: 'ANTHROPIC_API_KEY environment variable is missing or empty' },
    { says: 'by setting the ANTHROPIC_API_KEY environment variable' },
    { says: 'Anthropic API key is missing. Pass it using' },
    { says: 'Missing Anthropic API Key' },
    { says: 'no key is set either in the environment variables or via params', certainty: 'likely', shared: true },
    { says: 'Did not find anthropic_api_key' },
    { says: 'Anthropic API key not found' },
    { says: 'Anthropic API key is required' },
    { says: 'Anthropic API key must be set' },
    { says: 'No API key found for provider anthropic' },
    { says: 'No API key provided for Anthropic' },
    { says: 'Set the ANTHROPIC_API_KEY environment variable or pass it via' },
    { says: 'ANTHROPIC_API_KEY environment variable not set' },
    { says: 'ANTHROPIC_API_KEY environment variable is not set' },
    { says: 'ANTHROPIC_API_KEY environment variable is required' },
    { says: 'Missing API key · Run /login' },
    { says: 'Not logged in · Please run /login' },
    { says: 'apiKey function must return a non-empty string' },
    { says: 'Error getting API key from apiKeyHelper' },
    { says: 'apiKeyHelper failed', certainty: 'likely' },
    { says: 'Anthropic API key must be defined' },
    { says: 'Missing configuration for Anthropic: anthropic_api_key' },
    { says: 'None of the following authentication environment variables are set: (ANTHROPIC_API_KEY' },
    { says: 'Could not find API key process.env.ANTHROPIC_API_KEY' },
    { says: ['No key found', 'llm keys set anthropic'] },
    ...unsetVariables,
    { says: 'No auth credentials found', certainty: 'likely', shared: true },
    { says: 'No cookie auth credentials found', certainty: 'likely', shared: true },
    { says: 'Missing Authentication header', certainty: 'likely', shared: true },
  ],
  retold: [
    'no API key configured',
    'API key not configured',
    'API key is not configured',
    'API key not found',
    'API key is missing',
    'missing API key',
    'API key required',
    'API key is required',
    'no API key set',
    'API key not set',
    'no API key was',
    'configure your API key',
    'enter your API key',
    ['请先设置', 'api_key'],
    ['请设置', 'api_key'],
    '未设置 API',
    '未配置 API',
    '没有配置 API',
    '缺少 API',
    '请配置 API',
    'API キーが設定されていません',
    'API キーを設定してください',
    'API 키가 설정되지',
    'falta la clave',
    'no se encontró la clave',
    'kein API-Schlüssel',
    'API-Schlüssel fehlt',
    'clé API manquante',
    ['KeyError', 'api_key'],
    'no API key was provided',
    'no API key provided',
    'no API key found',
    'no Anthropic API key',
    'no Claude API key',
    'Anthropic API key required',
    'Anthropic API key is required',
    'Anthropic API key not',
    'without an API key',
    'error: please set ANTHROPIC_API_KEY',
    'not logged in to Claude',
    'not logged into Claude',
    'not signed in to Claude',
  ],
  recognize: ({ response }, hit) => {
    const hasAnswer = response?.errorType !== undefined || response?.requestId !== undefined;
    // Where the API answered, a mention of the variable is mere advice.
    return hit.sign.pattern === unsetVariable && hasAnswer ? undefined : recognized(hit, undefined);
  },
  explain: () =>
    'The call was made without any credential: neither an API key nor an access token reached the place where the error was raised. An SDK refuses to send such a request, and the API answers it with 401, so the variable or option that should hold the key is unset, empty, or not visible to this process.',
  remedies: () => [
    {
      action: 'Set the key in the environment of the process that makes the call, then restart it.',
      run: "export ANTHROPIC_API_KEY='...'",
    },
    {
      action:
        'Check that the process sees it: a container, a service, an IDE, `sudo` or a CI job has an environment of its own, and a `.env` file is read only where the program loads it before the client is made.',
      run: `node -e "console.log(Boolean(process.env.ANTHROPIC_API_KEY))"`,
    },
    {
      action: 'Where the key is passed in code, check that it is neither unset nor an empty string at that moment.',
    },
    { action: 'In Claude Code, sign in again.', run: 'claude /login' },
  ],
  docs: pages.authentication,
});
