import type { CauseExamples } from '../examples.ts';

/** Reports of an account without fast mode, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"Fast mode is currently available in research preview in Claude Code. It is not yet available via API."},"request_id":"req_011CExampleFastOff1"}',
      facts: { status: 400, errorType: 'invalid_request_error' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Fast mode is currently available in research preview in Claude Co",
    },
    {
      text: '{"type":"error","error":{"type":"permission_error","message":"Fast mode is not enabled for this organization."}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '429 {"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your rate limit of 0 fast mode input tokens per minute (model: claude-opus-5)."}}',
      cause: 'rate-limit-fast-input-tokens',
    },
    { text: 'Fast mode disabled · extra usage credits exhausted (Claude Code)', cause: 'extra-usage-required' },
  ],
};
