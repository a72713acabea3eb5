import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { namedModel, noSuchModel } from '../named-model.ts';
import { recognized } from '../recognition.ts';

interface Closed {
  readonly model: string | undefined;
}

/** The model exists, but this account, workspace, plan or region may not use it. */
export const modelAccessDenied = defineCause<Closed>({
  id: 'model-access-denied',
  title: 'The model is not open to this account',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: ['is not available with the Claude', 'plan'] },
    { says: 'No available Claude accounts support the requested model' },
    { says: 'does not have access to model', certainty: 'likely', shared: true },
    { says: 'do not have access to this model', certainty: 'likely', shared: true },
    { says: 'do not have access to the model', certainty: 'likely', shared: true },
    { says: 'organization does not have access to', pattern: /claude/i, certainty: 'likely' },
    { says: 'organization is not allowed to use', pattern: /claude/i, certainty: 'likely' },
    { says: 'workspace is not allowed to use', pattern: /claude/i, certainty: 'likely' },
    { says: 'model is not available on your current plan', certainty: 'likely', shared: true },
    { says: 'is not available on your plan', pattern: /claude/i, certainty: 'likely' },
    { says: 'Your plan does not include', pattern: /claude|opus|sonnet/i, certainty: 'likely' },
    { says: 'is not available for your organization', pattern: /claude/i, certainty: 'likely' },
    { says: 'model is restricted by your organizations settings' },
    { says: 'key not allowed to access model', certainty: 'likely' },
    { says: 'team not allowed to access model', certainty: 'likely' },
    { says: 'Access to this model is not enabled', certainty: 'likely', shared: true },
    { says: 'is not available. Please use', type: 'not_found_error', certainty: 'likely' },
    { says: 'is not available on your vertex deployment', certainty: 'likely' },
    { says: 'is not available on your bedrock deployment', certainty: 'likely' },
    ...noSuchModel,
    { says: 'It may not exist or you may not have access to it', certainty: 'possible' },
    { says: 'does not exist or you do not have access to it', certainty: 'possible', shared: true },
    { says: 'no endpoints available for this model under your current plan' },
    { says: 'no_available_model_endpoints' },
    { says: 'models are currently only available to paid users', certainty: 'likely' },
    { says: 'isnt on your plan', type: 'permission_error', certainty: 'likely' },
    { says: 'cannot use this model', type: 'permission_error', certainty: 'likely' },
    { says: 'access to this model', type: 'permission_error', certainty: 'likely' },
  ],
  retold: [
    'no access to claude',
    'not have access to claude',
    "don't have access to claude",
    'no access to the model',
    'not have access to the model',
    "don't have access to the model",
    'no access to this model',
    'not have access to this model',
    'model not enabled',
    'model is not enabled',
    'not available on my plan',
    '无权访问该模型',
    '没有权限访问该模型',
    '没有该模型的权限',
  ],
  recognize: (evidence, hit) => {
    if (!noSuchModel.includes(hit.sign)) return recognized(hit, { model: evidence.model });
    // "No such model" about an id that is right and current means that it is closed here.
    const verdict = namedModel(evidence);
    if (verdict.kind !== 'active') return undefined;
    // Bedrock has words of its own for a closed model; an id that it does not know is most often of another region.
    const isOfBedrock = hit.sign.says === 'the provided model identifier is invalid';
    return { ...recognized(hit, { model: verdict.id }), certainty: isOfBedrock ? 'possible' : 'likely' };
  },
  explain: (closed) =>
    `${closed?.model === undefined ? 'The model of the request' : `\`${closed.model}\``} exists, but the account, plan, workspace or gateway behind this credential is not allowed to use it. The API itself answers 404 for a closed model as for an unknown one; a plan, a gateway or an administrator names the restriction.`,
  remedies: () => [
    {
      action: 'List the models that this key may use, and take one of them.',
      run: 'curl -s https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
    },
    { action: 'In Claude Code, choose another model.', run: 'claude --model sonnet' },
    {
      action:
        'Ask an administrator to allow the model for the workspace or the gateway key, or move to a plan that includes it.',
    },
  ],
  docs: pages.models,
  settledBy: [{ from: 'model-not-found', test: 'See whether `GET /v1/models` with the same key lists the id.' }],
});
