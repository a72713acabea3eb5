import type { Model, ModelSpelling } from '../../core/model.ts';
import type { Platform } from '../../core/evidence.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import { shortId } from '../../facts/models.ts';
import { isOwnService, platformName } from '../../facts/platforms.ts';
import { modelAt, modelMessage, modelPath } from '../../check/model-place.ts';

const cause = 'model-id-platform';

interface Misspelt {
  readonly model: Model;
  readonly wanted: string;
}

const foreignId = defineRule<Misspelt>({
  cause,
  row: 'model-id-platform',
  phase: 'model',
  severity: (_, { platform }) => (isOwnService(platform) ? 'error' : 'warning'),
  platforms: ['direct', 'aws', 'bedrock', 'vertex'],
  find: ({ resolution, platform, asOf }) => {
    if (resolution?.kind !== 'known' || fits(resolution.spelling, resolution.model, platform)) return [];
    const { model } = resolution;
    // A retired model is gone under any id.
    if (asOf !== undefined && model.retiresOn !== undefined && asOf > model.retiresOn) return [];
    return [{ model, wanted: idOn(platform, model) }];
  },
  path: (_, view) => modelPath(view),
  at: (_, view) => modelAt(view),
  message: (_, view) => modelMessage(view),
  why: ({ wanted }, { modelId = '', platform }) =>
    `\`${modelId}\` is not how ${platformName(platform)} names the model; there it is \`${wanted}\`.`,
  fix: ({ wanted }, { isModelInBody }) =>
    isModelInBody
      ? {
          name: 'model',
          safe: false,
          does: `Ask for \`${wanted}\`.`,
          edits: [{ kind: 'set', at: ['model'], value: wanted }],
        }
      : undefined,
});

const profileNeeded = defineRule<Model>({
  cause,
  row: 'model-id-profile',
  phase: 'model',
  severity: 'warning',
  platforms: ['bedrock'],
  // Since Claude 3.7 Bedrock serves these ids through inference profiles; the Messages endpoint takes them bare.
  models: ({ launchedOn = '', platformIds }) => launchedOn >= '2025-02-24' && /-v\d/.test(platformIds.bedrock ?? ''),
  find: ({ model, modelId = '', isModelInBody }) =>
    model && !isModelInBody && modelId.startsWith('anthropic.') ? [model] : [],
  path: () => '',
  at: () => [],
  message: (_, { modelId = '' }) =>
    `Invocation of model ID ${modelId} with on-demand throughput isn't supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
  why: ({ platformIds }) => {
    const prefixes = platformIds.bedrockProfiles ?? ['us'];
    return `Put the prefix of a region's inference profile before the id: ${prefixes.map((prefix) => `\`${prefix}.\``).join(', ')}.`;
  },
});

function fits(spelling: ModelSpelling, model: Model, platform: Platform): boolean {
  if (platform === 'bedrock') return spelling === 'bedrock';
  // From 4.6 on Google Cloud has the same ids as the Claude API.
  if (platform === 'vertex')
    return spelling === 'vertex' || (spelling === 'id' && !(model.platformIds.vertex ?? '').includes('@'));
  return spelling === 'id' || spelling === 'alias';
}

function idOn(platform: Platform, model: Model): string {
  if (platform === 'bedrock') {
    const [prefix] = model.platformIds.bedrockProfiles ?? [];
    return `${prefix === undefined ? '' : `${prefix}.`}${model.platformIds.bedrock ?? model.id}`;
  }
  return platform === 'vertex' ? (model.platformIds.vertex ?? model.id) : shortId(model);
}

/** Rules about ids of another platform. */
export const modelIdPlatformRules: readonly Rule[] = [foreignId, profileNeeded];
