import type { CauseExamples } from '../examples.ts';

/** Reports of a gateway with nowhere to send a call, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 failed to get config for provider anthropic: not found',
      facts: { status: 400 },
      certainty: 'likely',
    },
    {
      text: 'API Error: 503 {"error":{"message":"当前分组 default 下对于模型 claude-opus-5 无可用渠道（distributor）","type":"new_api_error"},"type":"error"}',
    },
    {
      text: '{"error":{"message":"No deployments available for selected model, Try again in 5 seconds. Passed model=claude-sonnet-5"}}',
    },
    { text: 'openrouter: {"error":{"message":"No endpoints found for anthropic/claude-opus-9.","code":404}} claude' },
    {
      text: '503 {"error":{"type":"new_api_error","message":"No available channel for model claude-haiku-4-5 under group vip (distributor)"}}',
    },
    {
      text: '500 {"error":{"message":"auth_unavailable: no auth available","type":"server_error"}} POST /v1/messages claude-sonnet-5 (CLIProxyAPI)',
    },
  ],
  spares: [
    {
      text: 'API Error: 503 upstream connect error or disconnect/reset before headers (claude)',
      cause: 'service-unavailable',
    },
    {
      text: '404 {"type":"error","error":{"type":"not_found_error","message":"model: claude-sonnet-9"}}',
      cause: 'model-not-found',
    },
  ],
};
