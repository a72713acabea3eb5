import type { CauseExamples } from '../examples.ts';

/** Reports of a limit that the organization set itself, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC."},"request_id":"req_011CExampleSpend1"}',
      facts: { status: 400, errorType: 'invalid_request_error', requestId: 'req_011CExampleSpend1' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'You have reached your specified workspace API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.'}}",
      facts: { status: 400 },
    },
    {
      text: "⎿  You've hit your org's monthly spend limit · ask your admin to raise it at\n     claude.ai/admin-settings/usage",
    },
    { text: 'RubyLLM::BadRequestError: You have reached your specified API usa' },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"You have reached your API usage limits: your organization has crossed its monthly API usage threshold, set based on your organization\'s API tier. You will regain access on 2026-12-01 at 00:00 UTC.","details":{"error_code":"enforced_spend_limit_reached"}}}',
      cause: 'spend-limit-tier',
    },
    { text: '⎿  Weekly limit reached · resets Oct 9, 5pm (Europe/Berlin)', cause: 'subscription-limit' },
  ],
};
