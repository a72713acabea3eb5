import type { CauseExamples } from '../examples.ts';

/** Reports of a key that is not valid, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'runner: claude -p exited with 1: Invalid API key - Please run /login' },
    { text: '容器里的 Claude CLI 一直报 "Invalid API key | Please run /login"，本机正常' },
    { text: 'The chat could not start: Unauthorized Anthropic API key', certainty: 'likely' },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CExampleKeyInvalid1"}',
      facts: { status: 401, errorType: 'authentication_error', requestId: 'req_011CExampleKeyInvalid1' },
    },
    {
      text: "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'API key is invalid.'}, 'request_id': None}",
      facts: { status: 401, errorType: 'authentication_error' },
    },
    {
      text: 'litellm.exceptions.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid\nx-api-key"}}',
    },
    { text: '● Hello\n  ⎿  Invalid API key · Fix external API key' },
    {
      text: 'com.anthropic.errors.UnauthorizedException: 401: {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-k',
      certainty: 'likely',
    },
    {
      text: '{"type":"error","error":{"type":"authentication_error","message":"The credential in this request is unknown to us"}}',
      certainty: 'likely',
    },
    {
      text: 'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"Invalid authentication credentials"},"request_id":"req_011CExampleKeyInvalid3"}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"x-api-key header is required"}}',
      cause: 'api-key-missing',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}}',
      cause: 'oauth-expired',
    },
    {
      text: 'openai.AuthenticationError: Error code: 401 - {"error":{"message":"Incorrect API key provided: sk-proj-xx**xx. You can find your API key at https://platform.openai.com/account/api-keys.","code":"invalid_api_key"}}',
      cause: 'none',
    },
    {
      text: '{"error":{"message":"Incorrect API key provided","type":"invalid_request_error","code":"invalid_api_key"}}',
      cause: 'none',
    },
  ],
};
