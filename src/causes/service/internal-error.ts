import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';
import { waitAsTold } from '../retry.ts';

/** The service failed on its own side. */
export const internalError = defineCause({
  id: 'internal-error',
  title: 'The service failed on its own side',
  locus: 'service',
  retry: (evidence) =>
    evidence.stream?.startedMessage === true
      ? waitAsTold(
          evidence,
          'It usually passes, but no SDK retries an error inside a stream: send the request again yourself.',
          'yes',
        )
      : waitAsTold(
          evidence,
          'It usually passes, and the SDKs retry it twice by themselves. A request that fails so every time is the reason itself.',
          'yes',
        ),
  signs: [
    { type: 'api_error', status: 500 },
    { type: 'api_error', says: 'Internal server error' },
    { type: 'api_error', says: 'InternalServerError' },
    { type: 'api_error', says: 'unexpected error' },
    { type: 'api_error', says: 'Unknown error', certainty: 'likely' },
    { type: 'api_error', certainty: 'likely' },
    { status: 500, says: 'Internal server error', shared: true, certainty: 'likely' },
    {
      says: 'InternalServerError',
      unless: ['litellm.', 'BedrockException', 'Error code: 4'],
      status: 500,
      shared: true,
      certainty: 'likely',
    },
    { type: ['InternalServerException', 'internalServerException'] },
    { says: 'The system encountered an unexpected error during processing' },
    { type: ['ModelErrorException', 'modelStreamErrorException', 'ModelStreamErrorException'], certainty: 'likely' },
    { type: 'INTERNAL', certainty: 'likely' },
    { says: 'Internal error encountered', platform: 'vertex' },
    { says: 'Server error mid-response' },
    { status: 500, says: 'This is a server-side issue, usually temporary', certainty: 'likely' },
    { status: [500, 501], shared: true, certainty: 'possible' },
  ],
  retold: [
    'internal error',
    '服务器内部错误',
    '内部错误',
    '服务器错误',
    'サーバーエラー',
    '内部エラー',
    '서버 오류',
    '내부 오류',
    'error interno',
    'interner serverfehler',
    'interner fehler',
    'erreur interne',
    'внутренняя ошибка',
  ],
  recognize(evidence, hit) {
    const { subject, platform, gateway, response } = evidence;
    // Any server fails with the words of HTTP; they tell of the API only where something in the text leads to it.
    const isElsewhere =
      subject === 'other' || (subject === 'unnamed' && platform === undefined && gateway === undefined);
    if (hit.sign.shared === true && isElsewhere) return undefined;
    return [502, 503, 504].includes(response?.status ?? 0) ? undefined : recognized(hit, undefined);
  },
  explain: (_, { response }) => {
    const id = response?.requestId;
    return `The API accepted the request and then failed on its own side${response?.status === undefined ? '' : ` (HTTP ${response.status})`}. Nothing in the text says that the request is at fault${id === undefined ? '' : `; Anthropic's support can look up \`${id}\``}.`;
  },
  remedies: () => [
    {
      action: 'Send the same request again; where two retries are too few, allow more.',
      run: 'new Anthropic({ maxRetries: 5 })   # Python: Anthropic(max_retries=5)',
    },
    { action: 'See whether an incident is known.', run: 'open https://status.claude.com' },
    {
      action:
        'If one request fails every time while others work, take parts away (images, documents, MCP servers, tools, beta headers) until it passes: an unusual part trips the service.',
    },
    { action: 'Report it with the request id; it is what support can search for.' },
  ],
  docs: pages.errors,
});
