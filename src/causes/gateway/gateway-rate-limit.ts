import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedInGateway } from '../recognition.ts';
import { waitAsTold } from '../retry.ts';

/** A gateway limits the calls itself, before or instead of the API. */
export const gatewayRateLimit = defineCause({
  id: 'gateway-rate-limit',
  refines: 'rate-limit-other',
  title: 'The gateway limits the calls itself',
  locus: 'gateway',
  retry: (evidence) => waitAsTold(evidence, 'The gateway lets calls through again after its own time.'),
  signs: [
    { says: ['Crossed TPM / RPM / Max Parallel Request Limit'] },
    { says: 'Max parallel request limit reached' },
    { says: ['Rate limit exceeded for api_key'] },
    { says: ['Rate limit exceeded for key'], certainty: 'likely', shared: true },
    { says: ['is temporarily rate-limited upstream'] },
    { says: 'Rate limit exceeded: free-models-per' },
    { says: 'user_global_rate_limited' },
    { says: 'user_model_rate_limited' },
    { says: '当前分组上游负载已饱和' },
    { says: '您已达到请求数限制' },
    { says: '请求过于频繁', certainty: 'likely', shared: true },
    { says: 'exceeded your Copilot token usage', certainty: 'likely', shared: true },
  ],
  recognize: (evidence, hit) => recognizedInGateway(evidence, hit, undefined),
  explain: (_, { gateway }) =>
    `The limit is one of ${gateway ?? 'the gateway'} between your program and the Claude API: it counts calls or tokens by its own keys, teams and deployments, or it has put every deployment of the model on hold after failures. The budgets that Anthropic grants are not what is used up, or not to you alone.`,
  remedies: () => [
    { action: 'Wait as long as the answer says, and send fewer calls at the same time.' },
    {
      action: 'Raise the limit of the key, team or deployment in the gateway, or add a deployment or a key behind it.',
    },
    {
      action:
        'In the log of the gateway, read the first failure that put the deployments on hold: that one has the cause.',
    },
    {
      action: 'Call the Claude API directly for comparison.',
      run: 'curl https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
  ],
  docs: pages.llmGateway,
});
