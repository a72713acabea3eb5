import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognizedFamily } from '../recognition.ts';

interface Key {
  /** Whether the key in the text has fewer characters than a complete one. */
  readonly isShort: boolean;
}

const completeLength = 108;

/** The credential that was sent is not one that the API knows. */
export const apiKeyInvalid = defineCause<Key>({
  id: 'api-key-invalid',
  title: 'The API key is not valid',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'invalid x-api-key' },
    { says: 'API key is invalid', type: 'authentication_error' },
    { says: 'Invalid API Key', type: 'authentication_error' },
    { says: ['Invalid API key', 'Please run /login'] },
    { says: 'Invalid API key · Fix external API key' },
    { says: 'This API key has expired' },
    { says: 'API key has expired', type: 'authentication_error' },
    { says: 'API key has been revoked', type: 'authentication_error' },
    { says: 'API key has been disabled', type: 'authentication_error' },
    { says: 'API key is not active', type: 'authentication_error' },
    { says: 'Invalid Anthropic API key' },
    { says: 'Incorrect Anthropic API key' },
    { says: 'Invalid authentication credentials', type: 'authentication_error', certainty: 'likely' },
    { says: 'Invalid bearer token', certainty: 'likely' },
    { says: 'Anthropic API key is invalid', certainty: 'likely' },
    { says: 'Unauthorized Anthropic API key', certainty: 'likely' },
    { says: ['Anthropic', 'Your API key may be invalid or expired'], certainty: 'likely' },
    { says: 'invalid api key', status: 401, certainty: 'likely', shared: true },
    { type: 'authentication_error', certainty: 'likely' },
    { type: 'authentication_error', status: 401, certainty: 'likely' },
    { status: 401, certainty: 'possible', shared: true },
  ],
  retold: [
    'invalid API key',
    'check your API key',
    'verify your API key',
    'API key is incorrect',
    'API key is wrong',
    'wrong API key',
    'key is invalid',
    'API key not valid',
    'API key is not valid',
    'API key rejected',
    'API key was rejected',
    'key was not accepted',
    'API authentication failed',
    'Anthropic authentication failed',
    'authentication with Anthropic failed',
    ['authentication failed', 'api key'],
    '密钥无效',
    '密钥错误',
    '密钥不正确',
    'API key 无效',
    'API key 错误',
    'apikey 无效',
    'key 无效',
    '令牌无效',
    '认证失败',
    '鉴权失败',
    '身份验证失败',
    '身份认证失败',
    '401 未授权',
    '401错误',
    'API キーが無効',
    'API キーが正しく',
    '認証エラー',
    '認証に失敗',
    'API 키가 유효하지',
    '잘못된 API 키',
    '인증에 실패',
    ['clave', 'api', 'no válida'],
    ['clave', 'api', 'inválida'],
    ['clave', 'api', 'incorrecta'],
    ['chave', 'api', 'inválida'],
    ['ungültige', 'api-schlüssel'],
    ['api-schlüssel', 'ungültig'],
    ['clé api', 'invalide'],
    ['неверный', 'ключ'],
    ['ключ', 'недействител'],
    'API key as invalid',
    'key is not valid',
    'rejects my API key',
    'rejects my key',
    'rejected my API key',
    'rejected my key',
    'rejects the API key',
    'rejects the key',
    'bad API key',
    'key was revoked',
    'key has been revoked',
    'key is revoked',
    'key has expired',
    'key is expired',
    'key no longer works',
    'API 키가 잘못',
    'API 키가 올바르지',
    'clave API no es válida',
    'clave API de Anthropic no es válida',
    'clave de API no válida',
    'clé API invalide',
    'clé API non valide',
    'chave de API inválida',
    'chave API inválida',
    'API key không hợp lệ',
    'مفتاح API غير صالح',
  ],
  recognize: (evidence, hit) => {
    const length = Number(
      /redacted Anthropic API key, (\d{1,4}) characters/.exec(flatTextOf(evidence))?.[1] ?? completeLength,
    );
    return recognizedFamily(evidence, hit, { isShort: length < completeLength });
  },
  explain: (key, { response }) =>
    `The API${response?.status === undefined ? '' : ` answered ${response.status} because it`} does not accept the credential that came with this request. It was mistyped or cut off, revoked, deleted or expired, or it belongs to another service; the API does not say which. An expired key cannot be made valid again.${key?.isShort ? ` The key in the text is shorter than a complete one, which has ${completeLength} characters, so that it may have been cut off.` : ''}`,
  remedies: () => [
    {
      action:
        'Try the key alone, outside the program; a list of models means that the key is good and that the program sends another one.',
      run: 'curl https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
    {
      action:
        'Look for an older key that wins: a shell profile, a `.env` file, CI secrets, or the settings of an editor or gateway. An `x-api-key` header outranks `Authorization`.',
    },
    { action: 'Create a new key in the Claude Console under API keys, and replace the old one everywhere.' },
    { action: 'In Claude Code, see which credential is used and sign in again.', run: 'claude /status' },
  ],
  docs: pages.authentication,
  settledBy: [
    {
      from: 'oauth-expired',
      test: 'A token that begins with `sk-ant-oat` is an OAuth token: sign in again instead of making a key.',
    },
    {
      from: 'api-key-malformed',
      test: 'Count the characters of the key: a complete one has 108, with no blank or quote around it.',
    },
  ],
});
