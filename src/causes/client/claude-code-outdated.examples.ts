import type { CauseExamples } from '../examples.ts';

/** Reports of a Claude Code that is too old, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"This version is not supported.","details":{"error_code":"claude_code_version_too_old"}}}',
      facts: { errorCode: 'claude_code_version_too_old' },
    },
    {
      text: `It looks like your version of Claude Code (1.0.3) needs an update.
A newer version (1.0.24 or higher) is required to continue.`,
      certainty: 'likely',
    },
    { text: '400 claude-opus-5-5 requires a newer version of Claude Code. Run `claude update`.' },
  ],
  spares: [
    { text: "AttributeError: 'Anthropic' object has no attribute 'messages'", cause: 'sdk-outdated' },
    {
      text: 'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}} Claude Code',
      cause: 'oauth-expired',
    },
  ],
};
