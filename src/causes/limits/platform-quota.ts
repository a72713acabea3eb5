import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { cloudOf, isOtherCloudService, type Cloud } from '../cloud.ts';
import { flatTextOf, recognizedInCloud } from '../recognition.ts';
import { waitAsTold } from '../retry.ts';

interface Quota {
  readonly cloud: Cloud | undefined;
  readonly metric: string | undefined;
}

const metric = /\b((?:online_prediction|global_online_prediction)_[a-z_]{3,120})\b/;

/** The quota of the cloud platform is used up. */
export const platformQuota = defineCause<Quota>({
  id: 'platform-quota',
  title: 'The quota of the cloud platform is used up',
  locus: 'limits',
  retry: (evidence) => waitAsTold(evidence, 'Quotas per minute refill within a minute.'),
  signs: [
    {
      type: ['ThrottlingException', 'TooManyRequestsException', 'throttlingException', 'ServiceQuotaExceededException'],
      shared: true,
    },
    { says: 'Too many tokens, please wait before trying again', shared: true },
    { says: 'Too many requests, please wait before trying again', shared: true },
    { says: 'Too many connections, please wait before trying again', shared: true },
    { says: 'Your request rate is too high. Reduce the frequency of requests', shared: true },
    { says: 'Too many tokens', platform: 'bedrock', shared: true },
    { says: ['Quota exceeded for aiplatform.googleapis.com'], shared: true },
    { says: ['online_prediction', 'per_minute_per_base_model'], shared: true },
    { says: 'online_prediction_requests_per_base_model', shared: true },
    { says: ['quota increase request', 'quotas-genai'], shared: true },
    { type: 'RESOURCE_EXHAUSTED', platform: 'vertex', shared: true },
    { type: 'RESOURCE_EXHAUSTED', says: ['RESOURCE_EXHAUSTED', 'anthropic'], shared: true },
    { says: ['RESOURCE_EXHAUSTED', 'base model: anthropic'] },
    { type: 'RESOURCE_EXHAUSTED', certainty: 'likely', shared: true },
    { says: 'Resource has been exhausted (e.g. check quota)', certainty: 'likely', shared: true },
    { says: 'Resource exhausted. Please try again later', certainty: 'likely', shared: true },
    { says: ['exceeded call rate limit', 'pricing tier'], unless: ['Azure OpenAI', 'OpenAI S0'], shared: true },
    { says: ['exceeded token rate limit', 'pricing tier'], unless: ['Azure OpenAI', 'OpenAI S0'], shared: true },
    { says: 'Rate limit is exceeded. Try again in', certainty: 'likely', shared: true },
    { status: 429, platform: ['bedrock', 'vertex', 'foundry'], certainty: 'likely' },
  ],
  retold: [
    ['bedrock', 'throttled'],
    ['bedrock', 'throttling'],
    ['bedrock', 'too many requests'],
    ['vertex', 'quota exceeded'],
    ['vertex', 'out of quota'],
    ['vertex', 'quota is 0'],
    ['foundry', 'quota'],
  ],
  recognize: (evidence, hit) =>
    isOtherCloudService(evidence)
      ? undefined
      : recognizedInCloud(evidence, hit, { cloud: cloudOf(evidence), metric: metric.exec(flatTextOf(evidence))?.[1] }),
  explain: (quota, { model }) => {
    const platform = { aws: 'Amazon Bedrock', google: 'Google Cloud', azure: 'Microsoft Foundry' } as const;
    const where = quota?.cloud === undefined ? 'The cloud platform' : platform[quota.cloud];
    const what = quota?.metric === undefined ? 'a quota' : `the quota \`${quota.metric}\``;
    return `${where} throttled the call because ${what} of this account and region for ${model === undefined ? 'the model' : `\`${model}\``} is used up. It is the quota of the platform, not a limit of Anthropic: new accounts begin with very small or even zero quotas, and it counts \`max_tokens\` or every retry on some platforms.`;
  },
  remedies: (quota) => [
    ...(quota?.cloud === 'google'
      ? [
          {
            action:
              'Look up the quota of the model in the region, and ask for more; use the `global` endpoint, which has its own.',
            run: 'gcloud beta quotas info list --service=aiplatform.googleapis.com --project=PROJECT',
          },
        ]
      : quota?.cloud === 'azure'
        ? [
            {
              action:
                'Raise the tokens per minute of the deployment in Microsoft Foundry, or ask for a higher quota of the subscription.',
            },
          ]
        : [
            {
              action:
                'See the applied quota of the model (requests and tokens per minute, tokens per day), and ask for more.',
              run: 'aws service-quotas list-service-quotas --service-code bedrock',
            },
            {
              action: 'Use a cross-region inference profile, which draws on the quota of several regions.',
              run: 'us.anthropic.claude-sonnet-4-5-20250929-v1:0',
            },
          ]),
    {
      action:
        'Lower `max_tokens` to what you need: Amazon Bedrock reserves it against the quota when the request starts.',
    },
    { action: 'Retry with a growing, random wait, and let fewer calls run at the same time.' },
  ],
  docs: pages.bedrockErrors,
});
