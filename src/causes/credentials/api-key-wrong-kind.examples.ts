import type { CauseExamples } from '../examples.ts';

/** Reports of a credential of the wrong kind, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `$ curl https://api.anthropic.com/v1/messages -H "x-api-key: ${'sk-ant-'}oat01-${'x'.repeat(40)}" -d @body.json\n{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CExampleKind1"}`,
    },
    {
      text: `ANTHROPIC_API_KEY=${'sk-or-'}v1-${'0'.repeat(64)}\nanthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'invalid x-api-key'}}`,
    },
    {
      text: "openai.AuthenticationError: Error code: 401 - {'error': {'message': 'Incorrect API key provided: sk-ant-a*****AA. You can find your API key at https://platform.openai.com/account/api-keys.'}}",
    },
    {
      text: 'curl https://api.anthropic.com/v1/messages -H "Authorization: Bearer $ANTHROPIC_API_KEY"\n{"type":"error","error":{"type":"authentication_error","message":"Invalid bearer token"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"},"request_id":"req_011CExampleKind2"}',
      cause: 'api-key-invalid',
    },
    {
      text: 'API Error: 400 {"type":"error","error":{"type":"invalid_request_error","message":"This credential is only authorized for use with Claude Code and cannot be used for other API requests."}}',
      cause: 'oauth-client-restricted',
    },
  ],
};
