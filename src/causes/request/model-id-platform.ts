import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognized } from '../recognition.ts';
import { namedModel, noSuchModel, type AnsweringPlatform } from '../named-model.ts';

interface Foreign {
  readonly id: string | undefined;
  /** The id that the platform takes, where the table has it. */
  readonly right: string | undefined;
  readonly platform: AnsweringPlatform | undefined;
}

const places: Readonly<Record<AnsweringPlatform, string>> = {
  direct: 'the Claude API',
  bedrock: 'Bedrock',
  vertex: 'Google Cloud',
  foundry: 'Foundry',
};

/** A model id of one platform was sent to another. */
export const modelIdPlatform = defineCause<Foreign>({
  id: 'model-id-platform',
  title: 'The model id has the form of another platform',
  locus: 'request',
  retry: 'no',
  signs: [
    ...noSuchModel,
    { says: 'the provided model identifier is invalid', certainty: 'likely' },
    { says: ['is not supported in the generatecontent api', 'claude'], certainty: 'likely' },
    { says: ['malformed publisher model'], certainty: 'likely' },
    { says: ['invalid endpoint name', 'claude'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => {
    const verdict = namedModel(evidence);
    if (verdict.kind === 'foreign')
      return recognized(hit, { id: verdict.id, right: verdict.right, platform: verdict.platform });
    if (noSuchModel.includes(hit.sign)) return undefined;
    if (verdict.kind === 'unknown' || verdict.kind === 'retired') return undefined;
    return recognized(hit, {
      id: verdict.kind === 'active' ? verdict.id : undefined,
      right: undefined,
      platform: undefined,
    });
  },
  explain: (foreign) => {
    const forms =
      'The Claude API takes `claude-opus-4-8`, Bedrock `us.anthropic.claude-opus-4-8` with a region prefix, Google Cloud `claude-opus-4-5@20251101` with an at sign before the date, and Foundry the name of your deployment.';
    if (foreign?.id === undefined)
      return `The model id does not have the form that this platform takes, or the model is not served in the region that was called. ${forms}`;
    if (foreign.right === undefined)
      return `\`${foreign.id}\` is well formed, and this platform does not take it: the region does not serve the model, or the model is reached through an inference profile of another region. ${forms}`;
    return `\`${foreign.id}\` names a Claude model in the form of another platform, and ${places[foreign.platform ?? 'direct']} answered. ${forms}`;
  },
  remedies: (foreign) => [
    ...(foreign?.right === undefined
      ? []
      : [
          {
            action: `Send \`${foreign.right}\`${foreign.platform === 'bedrock' ? ', with the prefix of your region (`us.`, `eu.`, `apac.`, `global.`)' : ''}.`,
            run: `"model": "${foreign.right}"`,
          },
        ]),
    {
      action: 'See that the client is the one of the platform you mean: the environment switches it without a word.',
      run: 'env | grep -E "CLAUDE_CODE_USE_|ANTHROPIC_(MODEL|BASE_URL|BEDROCK|VERTEX|FOUNDRY)|AWS_REGION|CLOUD_ML_REGION"',
    },
    foreign?.platform === 'bedrock'
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
