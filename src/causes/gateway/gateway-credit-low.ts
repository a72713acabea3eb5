import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedInGateway } from '../recognition.ts';

/** The credit at a gateway that resells the API is used up. */
export const gatewayCreditLow = defineCause({
  id: 'gateway-credit-low',
  refines: 'credit-balance-low',
  title: 'The credit at the gateway is used up',
  locus: 'gateway',
  retry: () => ({ kind: 'no', because: 'It heals when credit is bought at the gateway.' }),
  signs: [
    { says: 'This request requires more credits, or fewer max_tokens' },
    { says: ['Insufficient credits', 'openrouter'] },
    { says: 'Insufficient credits', certainty: 'likely', shared: true },
    { says: '用户额度不足' },
    { says: 'insufficient_user_quota' },
    { says: '预扣费额度失败' },
    { says: '账户余额不足', certainty: 'likely', shared: true },
    { says: 'pre_consume_token_quota_failed' },
    { says: ['Insufficient balance'], certainty: 'possible', shared: true },
  ],
  recognize: (evidence, hit) => recognizedInGateway(evidence, hit, undefined),
  explain: (_, { gateway }) =>
    `${gateway ?? 'The service'} through which the call goes sells the Claude API on, and your credit there does not cover the request. Some reserve the price of the largest possible answer, so that a lower \`max_tokens\` goes through. The account at Anthropic is not involved.`,
  remedies: () => [
    { action: 'Buy credit at the gateway, in the account of the key that is used.' },
    { action: 'Lower `max_tokens`, so that less is reserved.' },
    { action: 'Call the Claude API directly with a key of your own.', run: 'unset ANTHROPIC_BASE_URL' },
  ],
  docs: pages.llmGateway,
});
