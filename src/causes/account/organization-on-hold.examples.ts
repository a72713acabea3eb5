import type { CauseExamples } from '../examples.ts';

/** Reports of an organization on hold, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your organization has been disabled.","details":{"error_code":"organization_on_hold","appeal_url":"https://example.com/appeal"}},"request_id":"req_011CExampleHold1"}',
      facts: { status: 400, errorCode: 'organization_on_hold' },
    },
    {
      text: "OrganizationOnHoldError: 400 {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': 'Your organization is on ho",
    },
    {
      text: 'level=error provider=anthropic status=400 error_code=organization_on_hold msg="request refused"',
      facts: { status: 400, errorCode: 'organization_on_hold' },
    },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"This organization has been disabled."}}',
      cause: 'organization-disabled',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}}',
      cause: 'credit-balance-low',
    },
  ],
};
