import type { CauseExamples } from '../examples.ts';

/** Reports of used-up credit at a gateway, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '402 {"error":{"message":"This request requires more credits, or fewer max_tokens. You requested up to 64000 tokens, but can only afford 1210. To increase, visit https://openrouter.ai/settings/credits","code":402}} anthropic/claude-sonnet-4.5',
      facts: { status: 402, gateway: 'OpenRouter' },
    },
    {
      text: 'API Error: 403 {"error":{"message":"用户额度不足, 剩余额度: ＄0.01 (request id: 20260711091522123456789AbCdEfGh)","type":"new_api_error","code":"insufficient_user_quota"}} claude-opus-4-5',
      facts: { status: 403 },
    },
    {
      text: 'AI_APICallError: Insufficient credits. Add more using https://openrouter.ai/settings/credits (anthropic/claude-opus-4.5)',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      cause: 'credit-balance-low',
    },
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"Payment failed."}}',
      cause: 'billing-error',
    },
  ],
};
