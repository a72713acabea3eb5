import type { CauseExamples } from '../examples.ts';

/** Reports of two credentials at once, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: ' ⚠ Auth conflict: Both a token (claude.ai) and an API key (ANTHROPIC_API_KEY) are set.\n   This may lead to unexpected\n   behavior.',
    },
    {
      text: 'TypeError: Pass at most one of `apiKey`, `authToken`, `credentials`, `config`, `profile`. Received `apiKey`, `authToken`.\n    at new Anthropic (/srv/app/node_modules/@anthropic-ai/sdk/client.js:88:19)',
    },
    {
      text: 'Anthropic: ANTHROPIC_API_KEY and ANTHROPIC_AUTH_TOKEN are both set. Using ANTHROPIC_API_KEY.\n{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
    },
    {
      text: ' ⚠ Both ANTHROPIC_API_KEY and /login managed key set · auth may not work as expected',
    },
  ],
  spares: [
    {
      text: 'TypeError: "Could not resolve authentication method. Expected one of api_key, auth_token, or credentials to be set."  # anthropic',
      cause: 'api-key-missing',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
  ],
};
