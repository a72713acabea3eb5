import { isObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Tool } from '../../core/view.ts';
import { toolMessages } from '../../facts/messages/tools.ts';
import { gapOfToolType, lacks, platformName } from '../../facts/platforms.ts';
import { refusesToolType } from '../../facts/tool-models.ts';

const cause = 'tool-type-unsupported';
const legacyComputer = 'computer_20251124';
/** Bedrock keeps some older tools, and gateways have rules of their own. */
const knownPlatforms = ['direct', 'aws', 'vertex', 'foundry'] as const;

const computerNotForModel = defineRule<Tool>({
  cause,
  row: 'computer-old-tool',
  phase: 'capability',
  platforms: knownPlatforms,
  models: ({ hasLegacyComputerTool }) => !hasLegacyComputerTool,
  find: ({ toolsOf }) => toolsOf(legacyComputer),
  path: () => '',
  at: ({ index }) => ['tools', index, 'type'],
  message: ({ type }, { modelId }) => toolMessages.typeNotForModel(modelId ?? '', type),
  why: (_, { modelId }) =>
    `\`${modelId ?? 'This model'}\` uses the computer through \`computer_toolset_20260801\`, which needs no beta header and no display size.`,
});

const typeNotForModel = defineRule<Tool>({
  cause,
  row: 'tool-model-mismatch',
  phase: 'capability',
  platforms: knownPlatforms,
  find: ({ definedTools, model }) =>
    model
      ? definedTools.filter(
          ({ type }) => refusesToolType(model, type) && (type !== legacyComputer || model.hasLegacyComputerTool),
        )
      : [],
  path: () => '',
  at: ({ index }) => ['tools', index, 'type'],
  message: ({ type }, { modelId }) => toolMessages.typeNotForModel(modelId ?? '', type),
  why: ({ type }, { model }) =>
    type.startsWith('computer_2') && model !== undefined
      ? `This model uses the computer through \`${model.hasLegacyComputerTool && !refusesToolType(model, legacyComputer) ? legacyComputer : 'computer_20250124'}\`.`
      : `\`${type}\` is of another generation than this model.`,
});

const typeNotOnPlatform = defineRule<Tool>({
  cause,
  row: 'tool-type-platform',
  phase: 'capability',
  severity: 'warning',
  find: ({ definedTools, platform }) =>
    definedTools.filter(({ type }) => {
      const gap = gapOfToolType(type);
      return gap !== undefined && lacks(platform, gap);
    }),
  path: ({ index }) => `tools.${index}.type`,
  at: ({ index }) => ['tools', index, 'type'],
  message: ({ type }, { platform }) => `\`${type}\` is not available on ${platformName(platform)}.`,
  wording: 'ours',
});

const domainsBoth = defineRule<Tool>({
  cause: 'field-invalid',
  row: 'tool-domains-both',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ definedTools }) =>
    definedTools.filter(({ value }) => isFilled(value.allowed_domains) && isFilled(value.blocked_domains)),
  path: (tool) => `tools.${tool.index}.${tool.type}`,
  at: ({ index }) => ['tools', index, 'blocked_domains'],
  message: () => 'Only one of `allowed_domains` and `blocked_domains` may be given.',
  wording: 'ours',
});

const allDeferred = defineRule<Tool>({
  cause: 'tool-type-unsupported',
  row: 'defer-all',
  phase: 'cross-field',
  find: ({ tools }) => {
    const [first] = tools;
    return first && tools.every(({ value }) => isDeferred(value)) ? [first] : [];
  },
  path: () => '',
  at: ({ index }) => ['tools', index, 'defer_loading'],
  message: () => toolMessages.allDeferred,
  why: ({ index }, { tools }) =>
    tools.length === 1
      ? `\`tools.${index}\` is the only tool and has \`defer_loading: true\`; the model would have none to begin with.`
      : `All ${tools.length} tools have \`defer_loading: true\`; at least the tool search tool must be there from the start.`,
});

function isDeferred(tool: { readonly defer_loading?: unknown; readonly default_config?: unknown }): boolean {
  return tool.defer_loading === true || (isObject(tool.default_config) && tool.default_config.defer_loading === true);
}

function isFilled(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0;
}

/** Rules about the types of Anthropic's own tools and about loading tools later. */
export const toolTypeUnsupportedRules = [
  computerNotForModel,
  typeNotForModel,
  typeNotOnPlatform,
  domainsBoth,
  allDeferred,
] as const;
