import type { CauseExamples } from '../examples.ts';

/** Reports of a reached contract limit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Your organization has reached its limit.","details":{"error_code":"contract_spend_limit_reached"}},"request_id":"req_011CExampleContract1"}',
      facts: { status: 429, errorCode: 'contract_spend_limit_reached' },
    },
    {
      text: "anthropic.RateLimitError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': '...', 'details': {'error_code': 'contract_spend_limit_reached'}}}",
    },
    { text: 'ContractSpendLimitReachedError: 429 {"type":"error","error":{"type":"rate_limit_er' },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"enforced_spend_limit_reached"}}}',
      cause: 'spend-limit-tier',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"ramp_limit_exceeded"}}}',
      cause: 'rate-limit-acceleration',
    },
  ],
};
