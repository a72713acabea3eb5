import type { CauseExamples } from '../examples.ts';

/** Reports of a user profile that cannot be billed, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"This user profile cannot be billed.","details":{"error_code":"user_profile_not_billable"}},"request_id":"req_011CExampleProfile3"}',
      facts: { status: 403, errorCode: 'user_profile_not_billable' },
    },
    {
      text: "anthropic.PermissionDeniedError: Error code: 403 - {'type': 'error', 'error': {'type': 'permission_error', 'message': '...', 'details': {'error_code': 'user_profile_not_billable'}}}",
    },
    { text: 'UserProfileNotBillableError: 403 {"type":"error","error":{"type":"permissi' },
  ],
  spares: [
    {
      text: '403 {"type":"error","error":{"type":"permission_error","message":"...","details":{"error_code":"user_profile_billing_not_authorized"}}}',
      cause: 'user-profile-billing-unauthorized',
    },
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"...","details":{"error_code":"linked_organization_billing_unavailable"}}}',
      cause: 'linked-organization-unbillable',
    },
  ],
};
