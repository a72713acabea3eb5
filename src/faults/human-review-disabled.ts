import { defineFault } from '../core/fault.ts';

/** Refuses an operation that needs human review. */
export const humanReviewDisabled = defineFault({
  id: 'human-review-disabled',
  cause: 'human-review-disabled',
  summary: 'Refuses an operation that needs human review',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'workspace_human_review_disabled',
    message: 'This workspace has human review turned off.',
  },
});
