import type { CauseExamples } from '../examples.ts';

/** Reports of a key that a gateway refuses, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `API Error: 401 {"error":{"message":"Authentication Error, Invalid proxy server token passed. Received API Key = sk-...9xQw, Key Hash (Token) =ab12. Unable to find token in cache or \`LiteLLM_VerificationTokenTable\`","type":"token_not_found_in_db","param":"key","code":"401"}} claude-sonnet-4-5`,
      facts: { status: 401 },
    },
    {
      text: 'anthropic.AuthenticationError: Error code: 401 - {"error": {"message": "无效的令牌 (request id: 20260711091522123456789AbCdEfGh)", "type": "new_api_error"}, "type": "error"}',
    },
    {
      text: '{"error":{"message":"Authentication Error, LiteLLM Virtual Key expected. Received=abc, expected to start with \'sk-\'.","type":"auth_error","code":"401"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: 'litellm.AuthenticationError: AnthropicException - {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
    {
      text: 'litellm.AuthenticationError: Missing Anthropic API Key - A call is being made to anthropic but no key is set either in the environment variables or via params.',
      cause: 'api-key-missing',
    },
  ],
};
