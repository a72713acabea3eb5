import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { toolMessages } from '../../facts/messages/tools.ts';

const cause = 'tool-choice-conflict';

interface Choice {
  readonly type: string;
  readonly name?: string;
}

const choiceWithoutTools = defineRule<Choice>({
  cause,
  row: 'tool-choice-no-tools',
  phase: 'cross-field',
  find: ({ toolChoice, hasToolsMember }) =>
    toolChoice && toolChoice.type !== 'tool' && isChoiceType(toolChoice.type) && !hasToolsMember ? [toolChoice] : [],
  path: () => '',
  at: () => ['tool_choice'],
  message: ({ type }) => toolMessages.choiceWithoutTools(type),
  why: ({ type }) => `\`tool_choice\` is \`${type}\`, and the request has no \`tools\`.`,
  fix: ({ type }) =>
    type === 'any'
      ? undefined
      : {
          name: 'tool-choice',
          safe: true,
          does: `Remove \`tool_choice\`: without tools, \`${type}\` changes nothing.`,
          edits: [{ kind: 'remove', at: ['tool_choice'] }],
        },
});

const choiceOfUnknownTool = defineRule<{ readonly name: string }>({
  cause,
  row: 'tool-choice-unknown-tool',
  phase: 'cross-field',
  find: ({ toolChoice, tools, blocksOf }) =>
    toolChoice?.type === 'tool' &&
    toolChoice.name !== undefined &&
    // A toolset brings tools that the request does not list, and so does a message that adds one.
    blocksOf('tool_addition').length === 0 &&
    !tools.some(({ type, name }) => name === toolChoice.name || type.includes('toolset'))
      ? [{ name: toolChoice.name }]
      : [],
  path: () => '',
  at: () => ['tool_choice', 'name'],
  message: ({ name }) => toolMessages.choiceUnknownTool(name),
  why: (_, view) => {
    const names = view.tools.flatMap(({ name }) => name ?? []);
    return names.length === 0 ? 'The request has no tools.' : `The request has: ${listed(names)}.`;
  },
});

const forcedByModel = defineRule<Choice>({
  cause,
  row: 'tool-choice-forced-model',
  phase: 'capability',
  models: ({ hasForcedToolChoice }) => !hasForcedToolChoice,
  find: forcedChoice,
  path: () => 'tool_choice',
  at: () => ['tool_choice', 'type'],
  message: () => toolMessages.choiceForcedByModel,
  why: ({ type }, { modelId }) =>
    `\`${modelId ?? 'This model'}\` decides by itself whether it calls a tool; \`${type}\` would force it to. Send \`auto\` and ask for the tool in the prompt.`,
});

const forcedWithThinking = defineRule<Choice>({
  cause,
  row: 'tool-choice-forced-thinking',
  phase: 'cross-field',
  // For adaptive thinking the reports conflict (accepted by one project, refused on Opus 4.7 for another).
  severity: (_, { thinking }) => (thinking.mode === 'enabled' ? 'error' : 'warning'),
  find: (view) => (view.thinking.mode === 'enabled' || view.thinking.mode === 'adaptive' ? forcedChoice(view) : []),
  path: () => '',
  at: () => ['tool_choice', 'type'],
  message: () => toolMessages.choiceForcedWithThinking,
  why: ({ type }, { thinking }) =>
    `\`thinking.type\` is \`${thinking.mode ?? ''}\` and \`tool_choice.type\` is \`${type}\`; with thinking only \`auto\` and \`none\` are possible.`,
});

function forcedChoice({ toolChoice }: RequestView): readonly Choice[] {
  return toolChoice && (toolChoice.type === 'any' || toolChoice.type === 'tool') ? [toolChoice] : [];
}

function isChoiceType(type: string): boolean {
  return type === 'any' || type === 'auto' || type === 'none';
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 8).map((name) => `\`${name}\``);
  return names.length > shown.length ? `${shown.join(', ')} and ${names.length - shown.length} more` : shown.join(', ');
}

/** Rules about `tool_choice`. */
export const toolChoiceConflictRules = [
  choiceWithoutTools,
  choiceOfUnknownTool,
  forcedByModel,
  forcedWithThinking,
] as const;
