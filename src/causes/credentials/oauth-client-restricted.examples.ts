import type { CauseExamples } from '../examples.ts';

/** Reports of a credential used outside its client, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"This credential is only authorized for use with Claude Code and cannot be used for other API requests."},"request_id":"req_011CExampleClient1"}',
      facts: { status: 400, errorType: 'invalid_request_error' },
    },
    {
      text: "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'OAuth authentication is currently not supported.'}}",
      facts: { status: 401 },
    },
    {
      text: 'ANTHROPIC_AUTH_TOKEN from `claude setup-token`\nAnthropicRateLimitException: TooManyRequests\n{"type":"error","error":{"type":"rate_limit_error","message":"Error"},"request_id":"req_011CExampleClient2"}',
      facts: { errorType: 'rate_limit_error' },
      certainty: 'likely',
    },
    {
      text: 'AI_APICallError: This credential is only authorized for use with Claude Co',
    },
  ],
  spares: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this organization."}}',
      cause: 'oauth-org-not-allowed',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Third-party apps now draw from your extra usage, not your plan limits. Add more at claude.ai/settings/usage and keep going."}}',
      cause: 'extra-usage-required',
    },
  ],
};
