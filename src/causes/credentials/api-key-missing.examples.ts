import type { CauseExamples } from '../examples.ts';

/** Reports of a missing credential, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '{"type":"error","error":{"type":"authentication_error","message":"x-api-key header is required"},"request_id":"req_011CExampleKeyMissing1"}',
      facts: { errorType: 'authentication_error', requestId: 'req_011CExampleKeyMissing1' },
    },
    {
      text: 'Traceback (most recent call last):\n  File "/app/main.py", line 9, in <module>\n    client.messages.create(model="claude-haiku-4-5", max_tokens=64, messages=turns)\nTypeError: "Could not resolve authentication method. Expected one of api_key, auth_token, or credentials to be set. Or for one of the `X-Api-Key` or `Authorization` headers to be explicitly omitted"',
    },
    {
      text: 'Error: Could not resolve authentication method. Expected one of apiKey, authToken, credentials, config, or profile to be set. Or for the "Authorization" header to be\nexplicitly omitted\n    at Anthropic.validateHeaders (file:///srv/bot/node_modules/@anthropic-ai/sdk/client.mjs:412:15)',
    },
    {
      text: "AI_LoadAPIKeyError: Anthropic API key is missing. Pass it using the 'apiKey' parameter or the ANTHROPIC_API_KEY environment variable.",
    },
    {
      text: '1 validation error for ChatAnthropic\n  Value error, Did not find anthropic_api_key, please add an environment variable `ANTHROPIC_API_KEY` which contains it, or pass `anthropic_api_key` as a named parameter.',
    },
    {
      text: 'litellm.AuthenticationError: Missing Anthropic API Key - A call is being made to anthropic but no key is set either in the environment variables or via params. Please set `ANTHROPIC_API_KEY` in your environment vars',
    },
    { text: '> summarize this repo\n  ⎿  Not logged in · Please run\n     /login' },
    { text: 'thread main panicked: environment variable ANTHROPIC_API_KEY is not defined', certainty: 'likely' },
    { text: 'WARN chat: ANTHROPIC_API_KEY not set, Claude provider disabled', certainty: 'likely' },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"API key is invalid."}}\nhint: requires a valid ANTHROPIC_API_KEY',
      cause: 'api-key-invalid',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CExampleKeyMissing2"}',
      cause: 'api-key-invalid',
    },
    {
      text: '{"error":{"message":"You didn\'t provide an API key. You can obtain one from https://platform.openai.com/account/api-keys"}}',
      cause: 'none',
    },
  ],
};
