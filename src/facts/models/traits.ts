import type { Model } from '../../core/model.ts';

type Traits = Omit<Model, 'id' | 'family'>;

/** Adaptive thinking that cannot be turned off. */
export const alwaysOn: Model['thinking'] = { modes: ['adaptive'], whenOmitted: 'always' };
/** Adaptive thinking, on unless turned off. */
export const onByDefault: Model['thinking'] = { modes: ['adaptive', 'disabled'], whenOmitted: 'on' };
/** Adaptive thinking, off unless asked for. */
export const adaptiveOnly: Model['thinking'] = { modes: ['adaptive', 'disabled'], whenOmitted: 'off' };
/** Adaptive thinking and budgets, off unless asked for. */
export const bothModes: Model['thinking'] = { modes: ['enabled', 'adaptive', 'disabled'], whenOmitted: 'off' };
/** Thinking with a budget, off unless asked for. */
export const manual: Model['thinking'] = { modes: ['enabled', 'disabled'], whenOmitted: 'off' };

/** The levels of the 4.6 generation. */
export const withoutXhigh: Model['effortLevels'] = ['low', 'medium', 'high', 'max'];

const standardImage = { sidePixels: 1568, tokens: 1568 };

/** What Claude 4.7 and later have in common. */
export const current: Traits = {
  aliases: [],
  contextWindow: 1_000_000,
  maxOutputTokens: 128_000,
  thinking: adaptiveOnly,
  effortLevels: ['low', 'medium', 'high', 'xhigh', 'max'],
  defaultEffort: 'high',
  bindsEffortToThinking: false,
  hasPrefill: false,
  hasForcedToolChoice: true,
  sampling: 'default',
  maxImages: 600,
  nativeImage: { sidePixels: 2576, tokens: 4784 },
  maxPdfPages: 600,
  hasInferenceGeo: true,
  hasBlockBinding: false,
  hasLegacyComputerTool: true,
  needsRetention: false,
  platformIds: {},
};

/** What the 4.6 generation has in common. */
export const fourSix: Traits = {
  ...current,
  thinking: bothModes,
  effortLevels: withoutXhigh,
  sampling: 'one',
  hasMidConversationSystem: false,
  nativeImage: standardImage,
};

/** What the 4.5 generation has in common. */
export const fourFive: Traits = {
  aliases: [],
  contextWindow: 200_000,
  maxOutputTokens: 64_000,
  thinking: manual,
  effortLevels: [],
  bindsEffortToThinking: false,
  hasPrefill: true,
  hasForcedToolChoice: true,
  sampling: 'one',
  hasMidConversationSystem: false,
  maxImages: 100,
  nativeImage: standardImage,
  maxPdfPages: 100,
  hasInferenceGeo: false,
  hasBlockBinding: false,
  hasLegacyComputerTool: true,
  needsRetention: false,
  platformIds: {},
};

/** What Claude 2 to Claude 4 have in common. */
export const older: Traits = {
  ...fourFive,
  maxOutputTokens: 4096,
  thinking: { modes: [], whenOmitted: 'off' },
  sampling: 'free',
};

/** What Claude 1 and Instant have in common; their limits were never written down in this API's terms. */
export const first: Omit<Traits, 'contextWindow' | 'maxOutputTokens'> = {
  aliases: [],
  deprecatedOn: '2024-09-04',
  retiresOn: '2024-11-06',
  replacement: 'claude-haiku-4-5-20251001',
  thinking: older.thinking,
  effortLevels: [],
  bindsEffortToThinking: false,
  hasPrefill: true,
  hasForcedToolChoice: true,
  sampling: 'free',
  hasMidConversationSystem: false,
  maxImages: older.maxImages,
  nativeImage: standardImage,
  maxPdfPages: older.maxPdfPages,
  hasInferenceGeo: false,
  hasBlockBinding: false,
  hasLegacyComputerTool: true,
  needsRetention: false,
  platformIds: {},
};
