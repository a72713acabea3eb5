import type { CauseExamples } from '../examples.ts';

/** Reports of a used-up subscription window, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: "● Working on it\n  ⎿  You've hit your limit · resets 1:30am\n     (Asia/Dhaka)" },
    { text: "You've hit your Fable 5 limit · resets Oct 9, 5pm (UTC)" },
    { text: "You've hit your session limit · resets 12:50pm (Europe/Paris)" },
    { text: 'Error: claude exited with code 1: Claude AI usage limit reached|1790000400' },
    { text: '5-hour limit reached ∙ resets 3pm\n/upgrade to increase your usage limit' },
    {
      text: 'Error: 429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your account\'s rate limit. Please try again later."},"request_id":"req_011CExampleWindow1"}',
      facts: { status: 429, errorType: 'rate_limit_error', requestId: 'req_011CExampleWindow1' },
      certainty: 'likely',
    },
    {
      text: "Claude Max: You've reached your weekly limit for Opus · resets Mar 3, 9am",
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your organization\'s rate limit of 50 requests per minute (org: 00000000-0000-4000-8000-000000000000, model: claude-haiku-4-5)."}}',
      cause: 'rate-limit-requests',
    },
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"Extra usage is required for long context requests."}}',
      cause: 'extra-usage-required',
    },
  ],
};
