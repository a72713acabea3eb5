import type { CauseExamples } from '../examples.ts';

/** Reports of trouble with billing, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'HTTP/2 402\ncontent-type: application/json\nrequest-id: req_011CExampleBilling1\n\n{"type":"error","error":{"type":"billing_error","message":"There is an issue with your billing or payment information."}}',
      facts: { status: 402, errorType: 'billing_error', requestId: 'req_011CExampleBilling1' },
    },
    {
      text: "anthropic.PaymentRequiredError: Error code: 402 - {'type': 'error', 'error': {'type': 'billing_error', 'message': 'Please update your payment method.'}}",
      facts: { status: 402 },
    },
    {
      text: 'claude-proxy | upstream https://api.anthropic.com/v1/messages answered HTTP 402 Payment Required',
      certainty: 'likely',
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      cause: 'credit-balance-low',
    },
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"...","details":{"error_code":"linked_organization_billing_unavailable"}}}',
      cause: 'linked-organization-unbillable',
    },
  ],
};
