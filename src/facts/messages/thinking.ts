import type { Model, ThinkingMode } from '../../core/model.ts';
import { docsSite } from './docs-site.ts';

const page = {
  anthropic: 'https://docs.anthropic.com/en/docs/build-with-claude/extended-thinking',
  claude: 'https://docs.claude.com/en/docs/build-with-claude/extended-thinking',
  platform: 'https://platform.claude.com/docs/en/build-with-claude/extended-thinking',
} as const;

function useInstead(mode: ThinkingMode): string {
  return `"thinking.type.${mode}" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`;
}

/** The API's sentences about thinking and effort; of the thinking troubleshooting page (2026-10-08) unless recorded. */
export const thinkingMessages = {
  budgetOverMaxTokens: (asOf: string | undefined) =>
    `\`max_tokens\` must be greater than \`thinking.budget_tokens\`. Please consult our documentation at ${page[docsSite(asOf)]}#max-tokens-and-context-window-size`,
  enabledUnsupported: useInstead('enabled'),
  adaptiveUnsupported: 'adaptive thinking is not supported on this model',
  disabledUnsupported: (model: Model) => {
    if (model.thinking.modes.includes('between_tools')) {
      return 'To turn thinking off on this model, send "thinking": {"type": "between_tools"} instead of {"type": "disabled"}. The model does not think before responding. The short updates it writes between tool calls come back as thinking blocks.';
    }
    if (model.thinking.modes.includes('enabled')) {
      return '"thinking.type.disabled" is not supported for this model. Thinking defaults to adaptive mode when not specified; use "thinking.type.enabled" with "budget_tokens" for extended thinking.';
    }
    return useInstead('disabled');
  },
  betweenToolsUnsupported: '"thinking.type.between_tools" is not supported for this model.',
  effortNeedsThinking: (effort: string) =>
    `output_config.effort '${effort}' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.`,
  effortChanges: (to: string, from: string) =>
    `output_config.effort '${to}' differs from the '${from}' in effect before it; effort cannot change when thinking is disabled on this model. Use effort '${from}', or enable thinking.`,
  effortUnsupported: 'This model does not support the effort parameter.',
  /** Recorded 2026-04; the levels come in alphabetical order. */
  effortLevelUnsupported: (effort: string, levels: readonly string[]) =>
    `This model does not support effort level '${effort}'. Supported levels: ${levels.toSorted().join(', ')}.`,
  perTurnEffortUnsupported: 'output_config.effort requires a model that supports per-turn effort; this model does not',
  /** "preceeding" is the API's own spelling. */
  mustStartWithThinking: (found: string, asOf: string | undefined) =>
    `Expected \`thinking\` or \`redacted_thinking\`, but found \`${found}\`. When \`thinking\` is enabled, a final \`assistant\` message must start with a thinking block (preceeding the lastmost set of \`tool_use\` and \`tool_result\` blocks). We recommend you include thinking blocks from previous turns. To avoid this requirement, disable \`thinking\`. Please consult our documentation at ${page[docsSite(asOf)]}`,
  thinkingNotFirst: (found: string) =>
    `If an assistant message contains any thinking blocks, the first block must be \`thinking\` or \`redacted_thinking\`. Found \`${found}\`.`,
  thinkingWhileOff:
    'When thinking is disabled, an `assistant` message in the final position cannot contain `thinking`. To use thinking blocks, enable `thinking` in your request.',
  signatureInvalid: 'Invalid `signature` in `thinking` block',
  clearThinkingNeedsThinking: '`clear_thinking_20251015` strategy requires `thinking` to be enabled or adaptive',
} as const;

/** The wording of the sampling conflicts changed between 2026-02-05 and 2026-07. */
const adaptiveNamedSince = '2026-04-15';
/** Before this day thinking allowed no `top_p` at all (release note). */
const topPAllowedSince = '2025-05-22';

function whenThinking(asOf: string | undefined): string {
  return asOf !== undefined && asOf < adaptiveNamedSince
    ? 'when thinking is enabled'
    : 'when thinking is enabled or in adaptive mode';
}

/** The API's sentences about sampling parameters. */
export const samplingMessages = {
  temperatureWithThinking: (asOf: string | undefined) => {
    const anchor =
      asOf !== undefined && asOf < adaptiveNamedSince ? '#important-considerations-when-using-extended-thinking' : '';
    return `\`temperature\` may only be set to 1 ${whenThinking(asOf)}. Please consult our documentation at ${page[docsSite(asOf)]}${anchor}`;
  },
  topPWithThinking: (asOf: string | undefined) =>
    asOf !== undefined && asOf < topPAllowedSince
      ? '`top_p` must be unset when thinking is enabled.'
      : `\`top_p\` must be greater than or equal to 0.95 or unset ${whenThinking(asOf)}`,
  leastTopPWithThinking: (asOf: string | undefined) =>
    asOf !== undefined && asOf < topPAllowedSince ? Infinity : 0.95,
  topKWithThinking: '`top_k` must be unset when thinking is enabled.',
  notForModel: (parameter: string) => `\`${parameter}\` is deprecated for this model.`,
  temperatureAndTopP: '`temperature` and `top_p` cannot both be specified for this model. Please use only one.',
  removedByVersion: 'Extra inputs are not permitted',
} as const;
