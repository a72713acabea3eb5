import type { CauseExamples } from '../examples.ts';

/** Reports of a workspace without human review, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'POST /v1/messages/batches\n400 {"type":"error","error":{"type":"invalid_request_error","message":"This workspace has human review turned off.","details":{"error_code":"workspace_human_review_disabled"}},"request_id":"req_011CExampleReview1"}',
      facts: { status: 400, errorCode: 'workspace_human_review_disabled' },
    },
    {
      text: "anthropic.BadRequestError: Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error', 'message': '...', 'details': {'error_code': 'workspace_human_review_disabled'}}}",
    },
    { text: 'WorkspaceHumanReviewDisabledError: 400 {"type":"error","error":{"type":"invalid_re' },
  ],
  spares: [
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"requests: Field required"}}',
      cause: 'batch-invalid',
    },
    {
      text: '400 {"type":"error","error":{"type":"invalid_request_error","message":"...","details":{"error_code":"organization_on_hold"}}}',
      cause: 'organization-on-hold',
    },
  ],
};
