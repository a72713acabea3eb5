import { defineCause, type Remedy, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';
import { namedModel, noSuchModel, type ModelVerdict } from '../named-model.ts';

type NotFound =
  | Exclude<ModelVerdict, { readonly kind: 'retired' | 'foreign' }>
  /** A server that imitates the API does not have the model. */
  | { readonly kind: 'imitated'; readonly id: string | undefined };

/** How servers that imitate the API (Ollama and its like) say it; the ids of real models mean nothing to them. */
const localServer: Sign = {
  type: 'not_found_error',
  says: ['model', 'not found'],
  pattern: /\bmodel\s+['"`‘“][^'"`\n]{1,200}['"`’”]\s+not\s+found/i,
  certainty: 'likely',
};
const baseUrl: Remedy = {
  action:
    'To reach the Claude API, unset the base URL in the shell and in the settings; otherwise name a model that the server has.',
  run: 'unset ANTHROPIC_BASE_URL',
};
const listModels: Remedy = {
  action: 'List the models that your key can use, and copy the id from there.',
  run: 'curl https://api.anthropic.com/v1/models -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01"',
};
const ownNames: Remedy = {
  action:
    'Behind a gateway, send a name from its own model list, or add the model to its configuration; on Foundry, send the name of your deployment.',
};

/** Deployments have names of their own, so that a right id of a model says nothing about them. */
const noSuchDeployment: readonly Sign[] = [
  { says: 'deploymentnotfound', certainty: 'likely', shared: true },
  { says: 'the api deployment for this resource does not exist', certainty: 'likely', shared: true },
];

/** The model id is unknown where it was sent. */
export const modelNotFound = defineCause<NotFound>({
  id: 'model-not-found',
  title: 'There is no model with this id',
  locus: 'request',
  retry: 'no',
  signs: [
    {
      says: 'model: claude-',
      pattern: /\b[A-Z]\w{0,60}Error\]?: model: claude-[\w.@:-]{1,60}\s*$/m,
      certainty: 'likely',
    },
    ...noSuchModel,
    { says: 'model_not_found', certainty: 'likely', shared: true },
    { says: 'model not found', certainty: 'likely', shared: true },
    { says: ['the resource you are requesting could not be found', 'anthropic'], certainty: 'possible' },
    localServer,
    ...noSuchDeployment,
    { says: ['model', 'deployment not found'], certainty: 'likely' },
    { says: 'the requested model is not supported', certainty: 'likely' },
    { says: 'invalid model name passed in', certainty: 'likely' },
    { says: ['llm provider not provided', 'model'], certainty: 'likely' },
    { says: 'unknown model: claude', certainty: 'likely' },
    { says: 'unknown model claude', certainty: 'likely' },
    { says: ['invalid model', 'claude-'], certainty: 'likely' },
    { says: 'unable to find provider for model', certainty: 'likely' },
    { says: ['model claude', 'does not exist'], certainty: 'likely' },
    {
      says: ['model', 'claude', 'is not supported'],
      unless: ['not supported on this', 'not supported for this', 'thinking'],
      certainty: 'possible',
    },
    { says: 'requested entity was not found', type: 'NOT_FOUND', certainty: 'possible' },
    {
      type: 'not_found_error',
      unless: ['error_code', 'file', 'thread', 'batch', 'skill', 'message: not found}', 'message: not found,'],
      certainty: 'possible',
    },
  ],
  retold: [
    '模型不存在',
    '找不到模型',
    '未找到模型',
    '模型未找到',
    'モデルが見つかりません',
    '모델을 찾을 수',
    'modelo no encontrado',
    'modell nicht gefunden',
    'modèle introuvable',
    'модель не найдена',
    'model could not be found',
    'no such model',
  ],
  recognize: (evidence, hit) => {
    if (hit.sign === localServer) return recognized(hit, { kind: 'imitated', id: evidence.model });
    if (noSuchDeployment.includes(hit.sign) && evidence.model !== undefined)
      return recognized(hit, { kind: 'opaque', id: evidence.model });
    const verdict = namedModel(evidence);
    if (verdict.kind === 'retired' || verdict.kind === 'foreign') return undefined;
    const sure = recognized(hit, verdict);
    if (verdict.kind === 'active') return { ...sure, certainty: 'possible' };
    return verdict.kind === 'unknown' && !verdict.looksNewer
      ? sure
      : { ...sure, certainty: sure.certainty === 'proven' ? 'likely' : sure.certainty };
  },
  explain: (verdict, { gateway }) => {
    const where = gateway === undefined ? 'the endpoint that was called' : `${gateway} or what stands behind it`;
    if (verdict?.kind === 'active')
      return `\`${verdict.id}\` names a model that exists, and the call was answered as if it did not. The API says the same for a model that a workspace may not use, so access is the likelier reason than the spelling.`;
    if (verdict?.kind === 'unknown' && verdict.hasStrayBlank)
      return `The model id was sent with a blank behind it: \`${verdict.id} \`. Ids are compared character by character, so it names nothing.`;
    if (verdict?.kind === 'unknown' && verdict.looksNewer)
      return `\`${verdict.id}\` is not in Faultline's model table, last compared on ${pages.modelIds.checkedOn}, and it is written like a newer model. Either it was launched after that day and this account has no access yet, or the version does not exist.`;
    if (verdict?.kind === 'unknown')
      return `\`${verdict.id}\` is no model of ${where}. Ids are compared character by character: the order of the words, the date and every hyphen count, and most models have no \`-latest\` form.`;
    if (verdict?.kind === 'imitated')
      return `The answer is worded as local model servers word it that imitate the API, and not as the Claude API does. The base URL points to such a server, and it does not have ${verdict.id === undefined ? 'the model' : `\`${verdict.id}\``}.`;
    if (verdict?.kind === 'opaque')
      return `\`${verdict.id}\` is a name that was chosen for a deployment or a route, and ${where} does not know it.`;
    return `The model id that was sent is not known to ${where}. It may be misspelt, retired, written in the form of another platform, or not open to this account.`;
  },
  remedies: (verdict, { gateway }) => [
    ...(verdict?.kind === 'imitated' ? [baseUrl] : []),
    ...(verdict?.kind === 'unknown' && verdict.suggestions.length > 0
      ? [
          {
            action: `Send ${verdict.suggestions.map((id) => `\`${id}\``).join(' or ')}.`,
            run: `"model": "${verdict.suggestions[0] ?? ''}"`,
          },
        ]
      : []),
    ...(gateway === undefined ? [listModels, ownNames] : [ownNames, listModels]),
  ],
  docs: pages.modelIds,
  settledBy: [
    {
      from: 'model-access-denied',
      test: 'Ask `GET /v1/models` with the same key: a model that is missing there exists but is not open to this workspace.',
    },
    {
      from: 'model-id-platform',
      test: 'Compare the id with the platform: Bedrock takes `anthropic.claude-...` with a region prefix, Google Cloud `claude-...@date`, the Claude API neither.',
    },
  ],
});
