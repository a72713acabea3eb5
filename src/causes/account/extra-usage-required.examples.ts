import type { CauseExamples } from '../examples.ts';

/** Reports of a call that the subscription does not cover, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Extra usage is required for long context requests."},"request_id":"req_011CExampleExtra1"}',
      facts: { status: 429, errorType: 'rate_limit_error', requestId: 'req_011CExampleExtra1' },
    },
    {
      text: 'Error: 400\n  {"type":"error","error":{"type":"invalid_request_error","message":"Third\n  -party apps now draw from your extra usage, not your plan limits. Add more at\n  claude.ai/settings/usage and keep going."}}',
      facts: { errorType: 'invalid_request_error' },
    },
    {
      text: 'API Error: Extra usage is required for 1M context · run /extra-usage to enable, or /model to switch to standard context',
    },
    { text: 'stderr: Usage credits required for 1M context' },
    { text: "You're out of extra usage · resets 4am (America/Denver)" },
  ],
  spares: [
    { text: '⎿  Weekly limit reached · resets 10am (Asia/Seoul) · turn on /extra-usage', cause: 'subscription-limit' },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The long context beta is not yet available for this subscription."}}',
      cause: 'long-context-not-allowed',
    },
  ],
};
