import { defineCause } from '../../core/cause.ts';
import type { Platform } from '../../core/evidence.ts';
import { pages } from '../../facts/pages.ts';
import { recognized } from '../details.ts';
import { namedModel, noSuchModel } from '../named-model.ts';

interface Foreign {
  readonly id: string | undefined;
  /** The id that the platform takes, where the table has it. */
  readonly right: string | undefined;
}

/** A model id of one platform was sent to another. */
export const modelIdPlatform = defineCause<Foreign>({
  id: 'model-id-platform',
  title: 'The model id has the form of another platform',
  locus: 'request',
  retry: 'no',
  signs: [
    ...noSuchModel,
    { says: 'the provided model identifier is invalid', certainty: 'possible' },
    { says: ['is not supported in the generatecontent api', 'claude'], certainty: 'likely' },
    { says: ['malformed publisher model'], certainty: 'likely' },
    { says: ['invalid endpoint name', 'claude'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const verdict = namedModel(evidence);
    if (verdict.kind === 'foreign') return recognized(hit, { id: verdict.id, right: verdict.right });
    if (hit.sign.certainty !== 'possible' && noSuchModel.includes(hit.sign)) return undefined;
    if (verdict.kind === 'unknown' || verdict.kind === 'retired') return undefined;
    return recognized(hit, { id: verdict.kind === 'active' ? verdict.id : undefined, right: undefined });
  },
  explain: (foreign, { platform }) => {
    const forms =
      'The Claude API takes `claude-opus-4-8`, Bedrock `us.anthropic.claude-opus-4-8` with a region prefix, Google Cloud `claude-opus-4-5@20251101` with an at sign before the date, and Foundry the name of your deployment.';
    if (foreign?.id === undefined)
      return `The model id does not have the form that this platform takes, or the model is not served in the region that was called. ${forms}`;
    if (foreign.right === undefined)
      return `\`${foreign.id}\` is well formed, and this platform does not take it: the region does not serve the model, or the model is reached through an inference profile of another region. ${forms}`;
    return `\`${foreign.id}\` names a Claude model in the form of another platform than ${placeName(platform)}. ${forms}`;
  },
  remedies: (foreign, { platform }) => [
    ...(foreign?.right === undefined
      ? []
      : [
          {
            action: `Send \`${foreign.right}\`${platform === 'bedrock' ? ', with the prefix of your region (`us.`, `eu.`, `apac.`, `global.`)' : ''}.`,
            run: `"model": "${foreign.right}"`,
          },
        ]),
    {
      action: 'See that the client is the one of the platform you mean: the environment switches it without a word.',
      run: 'env | grep -E "CLAUDE_CODE_USE_|ANTHROPIC_(MODEL|BASE_URL|BEDROCK|VERTEX|FOUNDRY)|AWS_REGION|CLOUD_ML_REGION"',
    },
    platform === 'bedrock'
      ? {
          action: 'List the inference profiles of your region and copy an id.',
          run: 'aws bedrock list-inference-profiles --query "inferenceProfileSummaries[].inferenceProfileId"',
        }
      : { action: 'Look the id up in the column of your platform.' },
  ],
  docs: pages.modelIds,
  settledBy: [
    {
      from: 'model-not-found',
      test: 'List the models or inference profiles of the region; an id of the right form that is missing there is misspelt or not open to you.',
    },
  ],
});

function placeName(platform: Platform | undefined): string {
  if (platform === 'vertex') return 'Google Cloud';
  return platform === 'bedrock' || platform === undefined ? 'the one that was called' : 'the one that answered';
}
