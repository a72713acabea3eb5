import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured } from '../details.ts';
import { recognizedInCloud } from '../recognition.ts';

interface Base {
  readonly modelId: string | undefined;
}

const modelId = /model\s+ID\s+[`'"]?([\w.:-]+?)[`'"]?\s+with\s+on-demand/;

/** A Bedrock model is called by its base id, and answers only through an inference profile. */
export const inferenceProfileMissing = defineCause<Base>({
  id: 'inference-profile-missing',
  refines: 'model-id-platform',
  title: 'The Bedrock model needs an inference profile',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ["with on-demand throughput isn't supported"], shared: true },
    { says: 'the id or arn of an inference profile that contains this model', shared: true },
    { says: 'with on-demand throughput', certainty: 'likely', shared: true },
    { says: ['on-demand throughput', 'supported'], certainty: 'likely', shared: true },
  ],
  recognize: (evidence, hit) => recognizedInCloud(evidence, hit, { modelId: captured(evidence, modelId) }),
  explain: (base) =>
    `The call names ${base?.modelId === undefined ? 'the base model' : `\`${base.modelId}\``}, and Bedrock serves this model on demand only through an inference profile, which spreads calls over the regions of an area. The id of the profile is the base id with the prefix of the area in front.`,
  remedies: (base) => [
    {
      action: 'Put the prefix of your area before the id: `us.`, `eu.`, `apac.`, `jp.`, `au.`, or `global.`.',
      run: `us.${base?.modelId ?? 'anthropic.claude-sonnet-4-5-20250929-v1:0'}`,
    },
    {
      action: 'List the profiles that the region has.',
      run: 'aws bedrock list-inference-profiles --query "inferenceProfileSummaries[].inferenceProfileId"',
    },
    { action: 'Let the IAM policy allow the profile and the model in all regions of the profile.' },
  ],
  docs: pages.bedrockLegacy,
});
