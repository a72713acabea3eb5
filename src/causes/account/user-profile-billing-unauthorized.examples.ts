import type { CauseExamples } from '../examples.ts';

/** Reports of a billing that the customer did not authorize, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Billing is not authorized.","details":{"error_code":"user_profile_billing_not_authorized"}},"request_id":"req_011CExampleProfile4"}',
      facts: { status: 403, errorCode: 'user_profile_billing_not_authorized' },
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': '...', 'details': {'error_code': 'user_profile_billing_not_authorized'}}}",
    },
    { text: 'UserProfileBillingNotAuthorizedError: 403 {"type":"error","error":{"type":"permissi' },
  ],
  spares: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"...","details":{"error_code":"user_profile_not_billable"}}}',
      cause: 'user-profile-unbillable',
    },
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"Your API key does not have permission to use the specified resource."}}',
      cause: 'permission-denied',
    },
  ],
};
