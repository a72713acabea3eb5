import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';
import { certaintyOf, saying } from '../connection.ts';

const definite = [
  'upstream connect error or disconnect/reset before headers',
  '502 Bad Gateway',
  '502: Bad gateway',
  '503 Service Unavailable',
  '503 Service Temporarily Unavailable',
  'no healthy upstream',
] as const;
const likely = [
  'Bad Gateway',
  'Service Unavailable',
  'Service Temporarily Unavailable',
  'upstream prematurely closed connection',
  'The service is currently unavailable',
  'temporarily unavailable',
  'Bedrock is unable to process your request',
] as const;

/** The service, or the edge before it, cannot take the request at the moment. */
export const serviceUnavailable = defineCause<boolean>({
  id: 'service-unavailable',
  title: 'The service is not available at the moment',
  locus: 'service',
  retry: (evidence) =>
    waitAsTold(evidence, 'It passes, and the SDKs retry it twice by themselves within two seconds.', 'yes'),
  signs: [
    { status: [502, 503], shared: true },
    { status: [520, 521, 522, 523, 524, 525, 526, 527, 530], shared: true },
    ...saying(definite),
    { says: 'Error 520: Web server is returning an unknown error', shared: true },
    { says: 'Error 521: Web server is down', shared: true },
    { says: 'Error 522: Connection timed out', shared: true },
    { says: 'Error 523: Origin is unreachable', shared: true },
    { says: 'Error 524: A timeout occurred', shared: true },
    ...saying(likely, { certainty: 'likely' }),
    { type: ['ServiceUnavailableException', 'serviceUnavailableException', 'ModelNotReadyException'] },
    { type: 'UNAVAILABLE' },
  ],
  retold: [
    'service unavailable',
    'service is unavailable',
    'temporarily unavailable',
    'currently unavailable',
    '服务不可用',
    '服务暂时不可用',
    '服务暂不可用',
    '网关错误',
    'サービスを利用できません',
    '一時的に利用できません',
    '일시적으로 사용할 수',
    'servicio no disponible',
    'dienst nicht verfügbar',
    'vorübergehend nicht verfügbar',
    'service indisponible',
    'сервис недоступен',
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: certaintyOf(evidence, sign),
    because: [quote],
    details: evidence.response?.requestId !== undefined || evidence.response?.errorType !== undefined,
  }),
  explain: (fromApi, { response }) =>
    response?.status === undefined
      ? 'The service cannot be reached or cannot take requests at the moment: answers of 502 and 503, exceptions of these names and the status page say so. Nothing in the request brings that about.'
      : `The answer was ${response.status}, which says that the service behind it cannot be reached or cannot take requests at the moment. ${
          fromApi === true
            ? 'It came from the API itself.'
            : 'It does not show a `request-id`, so it may come from the edge, a load balancer or a gateway of your own, with nothing wrong at the API.'
        }`,
  remedies: () => [
    {
      action: 'Send the same request again after some seconds; where two retries are too few, allow more.',
      run: 'new Anthropic({ maxRetries: 5 })   # Python: Anthropic(max_retries=5)',
    },
    {
      action:
        'See who answered: an answer of the API carries `request-id`; without it, look at the log of the gateway or proxy that the base URL names.',
      run: 'curl -sSi https://api.anthropic.com/v1/models | head -15',
    },
    { action: 'See whether an incident is known.', run: 'open https://status.claude.com' },
  ],
  docs: pages.errors,
  consequenceOf: ['proxy-failure', 'proxy-credentials-missing'],
});
