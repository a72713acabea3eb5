import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedFamily } from '../recognition.ts';

/** The credential is valid, but it may not do what the request asks for. */
export const permissionDenied = defineCause({
  id: 'permission-denied',
  title: 'The credential has no permission for this',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'API key does not have permission to use the specified resource' },
    { says: 'does not have permission to use the specified resource' },
    { says: 'does not have permission', type: 'permission_error' },
    { says: 'do not have permission', type: 'permission_error' },
    { says: 'not authorized to access', type: 'permission_error' },
    { says: 'Missing permissions', type: 'permission_error' },
    { type: 'permission_error', certainty: 'likely' },
    { type: 'permission_error', status: 403, certainty: 'likely' },
    { status: 403, certainty: 'possible', shared: true },
  ],
  retold: [
    '无权限',
    '没有权限',
    '权限不足',
    '権限がありません',
    '권한이 없',
    'sin permiso',
    'keine berechtigung',
    'accès refusé',
    'доступ запрещен',
    ['anthropic', 'no permission'],
    ['anthropic', 'not have permission'],
    ['anthropic', 'lacks permission'],
    ['anthropic', 'insufficient permission'],
    ['claude', 'not have permission'],
    ['claude', 'lacks permission'],
  ],
  recognize: (evidence, hit) => recognizedFamily(evidence, hit, undefined),
  explain: (_, { model }) =>
    `The API knows the credential and refuses what the request asks for: its workspace, role or scope does not include this resource${model === undefined ? '' : ` (the request names \`${model}\`)`}. Files, batches and skills belong to the workspace in which they were made, and some endpoints and features are open only to certain roles or organizations.`,
  remedies: () => [
    {
      action:
        'In the Claude Console, check which workspace the key belongs to, and that the resource was made in the same one.',
    },
    {
      action: 'Compare the ids that the API reports for the request with the workspace you mean.',
      run: 'curl -sD - -o /dev/null https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01" | grep -i "^anthropic-"',
    },
    { action: 'Ask an administrator of the organization for the role, or for a key of the right workspace.' },
  ],
  docs: pages.errors,
  settledBy: [
    {
      from: 'model-access-denied',
      test: 'Send the same request with another model: if that works, it is the model that is closed to you.',
    },
    {
      from: 'region-unsupported',
      test: 'Look for a `request-id` header: an answer without one came from the edge, which refuses by place, not by permission.',
    },
  ],
});
