import type { CauseExamples } from '../examples.ts';

/** Reports of a beta that is not enabled for the organization, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your organization is not enrolled in the beta user-profiles-2026-09-04.","details":{"error_code":"organization_not_enrolled_in_beta"}},"request_id":"req_011CExampleBeta1"}',
      facts: { status: 400, errorCode: 'organization_not_enrolled_in_beta' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'organization_not_enrolled_in_beta'}}}",
    },
    { text: 'BetaOrganizationNotEnrolledInBetaError: 400 {"type":"error","error":{"type":"invalid_requ' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"Unexpected value(s) `made-up-2026-01-01` for the `anthropic-beta` header. Please consult our documentation at platform.claude.com/docs or try again without the header."}}',
      cause: 'beta-header',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"The long context beta is not yet available for this subscription."}}',
      cause: 'long-context-not-allowed',
    },
  ],
};
