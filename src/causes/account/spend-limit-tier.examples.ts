import type { CauseExamples } from '../examples.ts';

/** Reports of a reached tier cap, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"You have reached your API usage limits: your organization has crossed its monthly API usage threshold, set based on your organization\'s API tier. You will regain access on 2026-12-01 at 00:00 UTC.","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_011CExampleTier1"}',
      facts: { status: 429, errorType: 'rate_limit_error', errorCode: 'enforced_spend_limit_reached' },
    },
    {
      text: "anthropic.EnforcedSpendLimitReachedError: Error code: 429 - {'type': 'error', 'error': {'type': 'rate_limit_error', 'message': 'Some other words', 'details': {'error_code': 'enforced_spend_limit_reached'}}}",
      facts: { status: 429 },
    },
    {
      text: 'AI_APICallError: You have reached your API usage limits: your organization has crossed its monthly\nAPI usage threshold',
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"...","details":{"error_code":"contract_spend_limit_reached"}}}',
      cause: 'contract-spend-limit',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."}}',
      cause: 'spend-limit-own',
    },
  ],
};
