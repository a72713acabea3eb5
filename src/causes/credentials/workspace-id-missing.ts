import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The key or identity works in several workspaces, and the request names none. */
export const workspaceIdMissing = defineCause({
  id: 'workspace-id-missing',
  title: 'The request does not name its workspace',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'anthropic-workspace-id is required' },
    { says: 'send the id of the workspace this request acts in' },
    { says: 'must include the anthropic-workspace-id header' },
    { says: 'API key is not scoped to a workspace' },
    { says: 'anthropic-workspace-id: header is required' },
    { says: 'anthropic-workspace-id header is required' },
    { says: 'missing anthropic-workspace-id' },
    { says: 'No workspace ID found. Set workspaceId' },
    { says: 'ANTHROPIC_AWS_WORKSPACE_ID environment variable', certainty: 'likely' },
    { says: 'workspace_id is required', certainty: 'likely' },
    { says: 'anthropic-workspace-id', type: 'invalid_request_error', certainty: 'likely' },
  ],
  explain: () =>
    'The credential of this request belongs to a person, a service account or a cloud identity that can act in several workspaces, so the API asks which one the request is for, and none was named. Limits, spend and files are counted by workspace; a key that was made inside one workspace carries it and needs no header.',
  remedies: () => [
    {
      action: 'Send the id of the workspace, which begins with `wrkspc_`, with every request.',
      run: "new Anthropic({ defaultHeaders: { 'anthropic-workspace-id': 'wrkspc_...' } })",
    },
    {
      action: 'On Claude Platform on AWS, set it in the environment.',
      run: 'export ANTHROPIC_AWS_WORKSPACE_ID=wrkspc_...',
    },
    {
      action:
        'Where the program cannot send the header, create a key inside one workspace in the Claude Console and use that.',
    },
  ],
  docs: pages.workspaces,
});
