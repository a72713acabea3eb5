import { isObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Tool } from '../../core/view.ts';
import { toolMessages } from '../../facts/messages/tools.ts';
import { gapOfToolType, lacks, platformName } from '../../facts/platforms.ts';

const cause = 'tool-type-unsupported';
const legacyComputer = 'computer_20251124';
const toolsetType = /^(?:computer|browser)_toolset_\d{8}$/;
/** Members of ordinary tools that the toolsets refuse (documented). */
const toolsetRefuses = ['name', 'description', 'strict', 'eager_input_streaming', 'input_examples'] as const;

const typeNotForModel = defineRule<Tool>({
  cause,
  row: 'tool-model-mismatch',
  phase: 'capability',
  // Bedrock still takes the older computer tool on these models.
  platforms: ['direct', 'aws', 'vertex', 'foundry'],
  models: ({ hasLegacyComputerTool }) => !hasLegacyComputerTool,
  find: ({ toolsOf }) => toolsOf(legacyComputer),
  path: () => '',
  at: ({ index }) => ['tools', index, 'type'],
  message: ({ type }, { modelId }) => toolMessages.typeNotForModel(modelId ?? '', type),
  why: (_, { modelId }) =>
    `\`${modelId ?? 'This model'}\` uses the computer through \`computer_toolset_20260801\`, which needs no beta header and no display size.`,
});

const typeNotOnPlatform = defineRule<Tool>({
  cause,
  row: 'tool-type-platform',
  phase: 'capability',
  severity: 'warning',
  find: ({ tools, platform }) =>
    tools.filter(({ type }) => {
      const gap = gapOfToolType(type);
      return gap !== undefined && lacks(platform, gap);
    }),
  path: ({ index }) => `tools.${index}.type`,
  at: ({ index }) => ['tools', index, 'type'],
  message: ({ type }, { platform }) => `\`${type}\` is not available on ${platformName(platform)}.`,
  wording: 'ours',
});

const toolsetMember = defineRule<{ readonly tool: Tool; readonly member: string }>({
  cause,
  row: 'toolset-entry',
  phase: 'schema',
  severity: 'warning',
  find: ({ tools }) =>
    tools
      .filter(({ type }) => toolsetType.test(type))
      .flatMap((tool) => {
        const refused: string[] = toolsetRefuses.filter((member) => tool.value[member] !== undefined);
        const callers = tool.value.allowed_callers;
        if (Array.isArray(callers) && callers.some((caller) => caller !== 'direct')) refused.push('allowed_callers');
        return refused.map((member) => ({ tool, member }));
      }),
  path: ({ tool, member }) => `tools.${tool.index}.${tool.type}.${member}`,
  at: ({ tool, member }) => ['tools', tool.index, member],
  message: ({ tool, member }) =>
    member === 'allowed_callers'
      ? `A \`${tool.type}\` can be called by the model only: \`allowed_callers\` may hold \`direct\` and nothing else.`
      : `A \`${tool.type}\` takes no \`${member}\`.`,
  wording: 'ours',
  why: () => 'A toolset brings its own tools; `configs` switches them on, off or to deferred loading.',
});

const domainsBoth = defineRule<Tool>({
  cause: 'field-invalid',
  row: 'tool-domains-both',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ tools }) => tools.filter(({ value }) => isFilled(value.allowed_domains) && isFilled(value.blocked_domains)),
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
  typeNotForModel,
  typeNotOnPlatform,
  toolsetMember,
  domainsBoth,
  allDeferred,
] as const;
