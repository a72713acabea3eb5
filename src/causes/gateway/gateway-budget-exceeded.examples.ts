import type { CauseExamples } from '../examples.ts';

/** Reports of a used-up budget in a gateway, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"error":{"message":"Budget has been exceeded! Current cost: 10.41, Max budget: 10.0","type":"budget_exceeded","param":null,"code":"400"}} model=claude-haiku-4-5',
      facts: { status: 400 },
    },
    {
      text: 'litellm.proxy._types.BudgetExceededError: ExceededBudget: User=ada over budget. Spend=25.3, Budget=25.0 (claude-sonnet-4-5)',
    },
    {
      text: 'API Error: 403 {"error":{"message":"该令牌额度已用尽 !token.UnlimitedQuota && token.RemainQuota = -33","type":"new_api_error"}} claude-opus-4-5',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits."}}',
      cause: 'spend-limit-own',
    },
    {
      text: 'litellm.BadRequestError: AnthropicException - {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      cause: 'credit-balance-low',
    },
  ],
};
