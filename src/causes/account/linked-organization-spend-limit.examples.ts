import type { CauseExamples } from '../examples.ts';

/** Reports of a linked organization at its limit, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"The linked organization has reached a spend limit.","details":{"error_code":"linked_organization_spend_limit_reached"}}}',
      facts: { status: 402, errorCode: 'linked_organization_spend_limit_reached' },
    },
    {
      text: '2026-11-02T10:00:11Z WARN billing: claude call refused status=402 error_code=linked_organization_spend_limit_reached',
      facts: { status: 402 },
    },
    { text: 'LinkedOrganizationSpendLimitReachedError: 402 {"type":"error","error":{"type":"billi' },
  ],
  spares: [
    {
      text: '402 {"type":"error","error":{"type":"billing_error","message":"...","details":{"error_code":"linked_organization_billing_unavailable"}}}',
      cause: 'linked-organization-unbillable',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits."}}',
      cause: 'spend-limit-own',
    },
  ],
};
