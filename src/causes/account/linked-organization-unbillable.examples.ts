import type { CauseExamples } from '../examples.ts';

/** Reports of a linked organization that cannot be billed, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"The linked organization cannot be billed.","details":{"error_code":"linked_organization_billing_unavailable"}},"request_id":"req_011CExampleLinked1"}',
      facts: { status: 402, errorType: 'billing_error', errorCode: 'linked_organization_billing_unavailable' },
    },
    {
      text: "anthropic.PaymentRequiredError: Error code: 402 - {'type': 'error', 'error': {'type': 'billing_error', 'message': '...', 'details': {'error_code': 'linked_organization_billing_unavailable'}}}",
    },
    { text: 'LinkedOrganizationBillingUnavailableError: 402 {"type":"error","error":{"type":"billing_e' },
  ],
  spares: [
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"...","details":{"error_code":"linked_organization_spend_limit_reached"}}}',
      cause: 'linked-organization-spend-limit',
    },
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"Payment failed."}}',
      cause: 'billing-error',
    },
  ],
};
