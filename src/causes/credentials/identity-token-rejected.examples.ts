import type { CauseExamples } from '../examples.ts';

/** Reports of a refused token exchange, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'WorkloadIdentityError: Token exchange failed with status 401 (request-id req_011CExampleIdentity1): {"type":"error","error":{"type":"authentication_error","message":"Authentication failed"}}',
      facts: { requestId: 'req_011CExampleIdentity1' },
    },
    {
      text: 'POST https://api.anthropic.com/v1/oauth/token\ngrant_type=urn:ietf:params:oauth:grant-type:jwt-bearer\nHTTP/2 401\n{"type":"error","error":{"type":"authentication_error","message":"Authentication failed"}}',
    },
    { text: 'WorkloadIdentityError: Identity token is 21 KiB, exceeds the 16 KiB assertion limit' },
  ],
  spares: [
    {
      text: "WorkloadIdentityError: oidc_federation config requires 'federation_rule_id'.",
      cause: 'credential-profile-broken',
    },
    {
      text: '401 {"type":"error","error":{"type":"authentication_error","message":"OAuth token has expired. Please obtain a new token or refresh your existing token."}}',
      cause: 'oauth-expired',
    },
  ],
};
