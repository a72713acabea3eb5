import { defineFault } from '../core/fault.ts';

/** Asks for the workspace header. */
export const workspaceIdMissing = defineFault({
  id: 'workspace-id-missing',
  cause: 'workspace-id-missing',
  summary: 'Asks for the workspace header',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message:
      'anthropic-workspace-id is required when authenticating with an identity-linked API key; send the id of the workspace this request acts in.',
  },
});
