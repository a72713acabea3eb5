import type { CauseExamples } from '../examples.ts';

/** Reports of a call from a restricted sandbox, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"This request is not allowed from a restricted sandbox.","details":{"error_code":"sandbox_egress_restricted"}},"request_id":"req_011CExampleSandbox1"}',
      facts: { status: 403, errorCode: 'sandbox_egress_restricted' },
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': '...', 'details': {'error_code': 'sandbox_egress_restricted'}}}",
    },
    { text: 'SandboxEgressRestrictedError: 403 {"type":"error","error":{"type":"permis' },
  ],
  spares: [
    {
      text: '403 {"error":{"type":"forbidden","message":"Request not allowed"}} api.anthropic.com',
      cause: 'region-unsupported',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}',
      cause: 'permission-denied',
    },
  ],
};
