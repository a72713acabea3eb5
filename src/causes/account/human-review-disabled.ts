import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The workspace has human review turned off, and the operation needs it. */
export const humanReviewDisabled = defineCause({
  id: 'human-review-disabled',
  title: 'The operation needs a workspace with human review',
  locus: 'account',
  retry: 'no',
  signs: [{ code: 'workspace_human_review_disabled' }, { says: 'WorkspaceHumanReviewDisabledError' }],
  explain: () =>
    'The workspace of this request has human review turned off, and this operation, such as creating a batch, is not available there. The request would be taken in a workspace that has it on.',
  remedies: () => [
    { action: 'Send the request with a key of a workspace that has human review on.' },
    { action: 'Or send the requests of the batch one by one through the Messages API.' },
    { action: 'Ask an administrator whether human review may be turned on for this workspace.' },
  ],
  docs: pages.workspaces,
});
