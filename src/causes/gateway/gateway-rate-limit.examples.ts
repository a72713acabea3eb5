import type { CauseExamples } from '../examples.ts';

/** Reports of a limit of the gateway, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'Sorry, you have exceeded your Copilot token usage (Claude Sonnet 4.5)', certainty: 'likely' },
    {
      text: 'litellm.exceptions.RateLimitError: Crossed TPM / RPM / Max Parallel Request Limit for key sk-...9xQw, model claude-sonnet-4-5',
      facts: { gateway: 'LiteLLM' },
    },
    {
      text: '{"error":{"message":"Provider returned error","code":429,"metadata":{"raw":"anthropic/claude-opus-4.5 is temporarily rate-limited upstream. Please retry shortly, or add your own key","provider_name":"Anthropic"}}} openrouter.ai',
      facts: { status: 429, gateway: 'OpenRouter' },
    },
    {
      text: 'API Error: 429 {"error":{"type":"new_api_error","message":"claude-opus-4-5: 当前分组上游负载已饱和，请稍后再试 (request id: 20260711091522123456789AbCdEfGh)"},"type":"error"}',
      facts: { status: 429 },
    },
  ],
  spares: [
    {
      text: 'litellm.RateLimitError: AnthropicException - {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 50 requests per minute"}}',
      cause: 'rate-limit-requests',
    },
    {
      text: '{"error":{"message":"Budget has been exceeded! Current cost: 10.4, Max budget: 10.0","type":"budget_exceeded","code":"400"}} litellm claude-haiku-4-5',
      cause: 'gateway-budget-exceeded',
    },
  ],
};
