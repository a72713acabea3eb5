import type { CauseExamples } from '../examples.ts';

/** Reports of an expired or revoked OAuth token, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh\n     your existing token."},"request_id":"req_011CExampleOauth1"} · Please run /login',
      facts: { status: 401, errorType: 'authentication_error', requestId: 'req_011CExampleOauth1' },
    },
    {
      text: "anthropic.AuthenticationError: Error code: 401 - {'type': 'error', 'error': {'type': 'authentication_error', 'message': 'OAuth token has been revoked. Please obtain a new token.'}}",
      facts: { status: 401 },
    },
    {
      text: 'WorkloadIdentityError: User OAuth refresh failed (HTTP 400): {"error":"invalid_grant"} - anthropic profile "work"',
    },
    { text: 'Failed to authenticate: OAuth session expired and could not be refreshed\nclaude -p exited with code 1' },
    { text: '2026-05-02T08:11:09Z ERROR agent: claude exited 1: Login expired · Please run /login' },
    {
      text: 'Please run /login · API Error: 401 {"type":"error","error":{"type":"authentication_error","message":"Invalid authentication credentials"}}',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
      cause: 'api-key-invalid',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"OAuth authentication is currently not allowed for this organization."}}',
      cause: 'oauth-org-not-allowed',
    },
    {
      text: 'Please run /login · API Error: 401 {"detail":"Invalid API key"}',
      cause: 'api-key-invalid',
    },
  ],
};
