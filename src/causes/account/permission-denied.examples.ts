import type { CauseExamples } from '../examples.ts';

/** Reports of a missing permission, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Anthropic.Exceptions.Anthropic4xxException: Status Code: Forbidden',
      facts: { status: 403 },
      certainty: 'possible',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."},"request_id":"req_011CExamplePermission1"}',
      facts: { status: 403, errorType: 'permission_error', requestId: 'req_011CExamplePermission1' },
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': 'Your account does not have permission to read this batch.'}}",
      facts: { status: 403 },
    },
    {
      text: 'com.anthropic.errors.PermissionDeniedException: 403: {"type":"error","error":{"type":"permission_error","message":"This endpoint is closed to the ro',
      facts: { status: 403 },
      certainty: 'likely',
    },
    { text: 'ERROR claude client: HTTP 403 Forbidden from https://api.anthropic.com/v1/files', certainty: 'possible' },
  ],
  spares: [
    {
      text: '403 {"error":{"type":"forbidden","message":"Request not allowed"}} https://api.anthropic.com',
      cause: 'region-unsupported',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"OAuth token does not meet scope requirement user:profile"}}',
      cause: 'oauth-scope-missing',
    },
    {
      text: 'remote: Permission to acme/site.git denied to dev. fatal: unable to access: The requested URL returned error: 403',
      cause: 'none',
    },
  ],
};
