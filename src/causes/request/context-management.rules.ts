import { isArray, isObject, textOf } from '../../core/json.ts';
import type { JsonObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { bringsContainer } from '../../facts/code-execution.ts';
import { maxSkills, minCompactTriggerTokens, minTaskBudgetTokens } from '../../facts/limits.ts';
import { thinkingMessages } from '../../facts/messages/thinking.ts';
import { lacks, platformName } from '../../facts/platforms.ts';

const clearThinking = 'clear_thinking_20251015';

interface ContextEdit {
  readonly index: number;
  readonly type: string;
  readonly value: JsonObject;
}

const clearWithoutThinking = defineRule<ContextEdit>({
  cause: 'thinking-param-conflict',
  row: 'clear-thinking',
  phase: 'cross-field',
  // A model that thinks by default counts as thinking; of an unknown model nothing is known.
  find: (view) => (view.thinking.isOn === false ? contextEdits(view).filter(({ type }) => type === clearThinking) : []),
  path: () => '',
  at: ({ index }) => ['context_management', 'edits', index, 'type'],
  message: () => thinkingMessages.clearThinkingNeedsThinking,
  why: (_, { thinking }) =>
    thinking.mode === undefined
      ? 'The request leaves `thinking` out, and this model does not think by default.'
      : `\`thinking.type\` is \`${thinking.mode}\`.`,
});

const clearThinkingNotFirst = defineRule<ContextEdit>({
  cause: 'field-invalid',
  row: 'clear-thinking-first',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) => contextEdits(view).filter(({ type, index }) => type === clearThinking && index > 0),
  path: ({ index }) => `context_management.edits.${index}`,
  at: ({ index }) => ['context_management', 'edits', index],
  message: () => `\`${clearThinking}\` must be the first of the edits.`,
  wording: 'ours',
});

const compactTooEarly = defineRule<ContextEdit & { readonly tokens: number }>({
  cause: 'field-invalid',
  row: 'compact-trigger',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    contextEdits(view).flatMap((edit) => {
      const { trigger } = edit.value;
      const tokens = isObject(trigger) && trigger.type === 'input_tokens' ? trigger.value : undefined;
      return edit.type.startsWith('compact_') && typeof tokens === 'number' && tokens < minCompactTriggerTokens
        ? [{ ...edit, tokens }]
        : [];
    }),
  path: ({ index, type }) => `context_management.edits.${index}.${type}.trigger.value`,
  at: ({ index }) => ['context_management', 'edits', index, 'trigger', 'value'],
  message: ({ tokens }) =>
    `Compaction cannot start before ${minCompactTriggerTokens} input tokens; ${tokens} are given.`,
  wording: 'ours',
});

const taskBudgetTooSmall = defineRule<number>({
  cause: 'field-invalid',
  row: 'task-budget',
  phase: 'cross-field',
  severity: 'warning',
  find: ({ outputConfig }) => {
    const budget = outputConfig?.task_budget;
    const total = isObject(budget) ? budget.total : undefined;
    return typeof total === 'number' && total < minTaskBudgetTokens ? [total] : [];
  },
  path: () => 'output_config.task_budget.total',
  at: () => ['output_config', 'task_budget', 'total'],
  message: (total) => `A task budget has at least ${minTaskBudgetTokens} tokens; ${total} are given.`,
  wording: 'ours',
});

const containerWithoutTool = defineRule<string>({
  cause: 'field-invalid',
  row: 'container',
  phase: 'cross-field',
  find: ({ body, definedTools }) => {
    const id = isObject(body.container) ? textOf(body.container.id) : textOf(body.container);
    return id !== undefined && !definedTools.some(({ type }) => bringsContainer(type)) ? [id] : [];
  },
  path: () => 'container',
  at: () => ['container'],
  message: () => 'Container identifier can only be provided when using the code execution tool',
  why: (id) => `The request names the container \`${id}\`, and \`tools\` has no code execution tool.`,
});

const skillsWithoutTool = defineRule<undefined>({
  cause: 'field-invalid',
  row: 'skills-tool',
  phase: 'cross-field',
  severity: 'warning',
  find: (view) =>
    skillsOf(view).length > 0 && !view.definedTools.some(({ type }) => bringsContainer(type)) ? [undefined] : [],
  path: () => 'container',
  at: () => ['container', 'skills'],
  message: () => 'Skills run in the container of the code execution tool, which `tools` does not hold.',
  wording: 'ours',
});

const tooManySkills = defineRule<number>({
  cause: 'field-invalid',
  row: 'skills-count',
  phase: 'schema',
  severity: 'warning',
  find: (view) => (skillsOf(view).length > maxSkills.described ? [skillsOf(view).length] : []),
  path: () => 'container.ContainerParams.skills',
  at: () => ['container', 'skills'],
  message: (count) =>
    `The request has ${count} skills; the documentation allows ${maxSkills.documented}, the API's description ${maxSkills.described}.`,
  wording: 'ours',
});

const skillsOnPlatform = defineRule<undefined>({
  cause: 'field-invalid',
  row: 'skills-platform',
  phase: 'capability',
  severity: 'warning',
  find: (view) => (lacks(view.platform, 'skills') && skillsOf(view).length > 0 ? [undefined] : []),
  path: () => 'container',
  at: () => ['container', 'skills'],
  message: (_, { platform }) => `Skills are not available on ${platformName(platform)}.`,
  wording: 'ours',
});

function contextEdits({ body }: RequestView): readonly ContextEdit[] {
  const management = body.context_management;
  if (!isObject(management) || !isArray(management.edits)) return [];
  return management.edits.flatMap((value, index) => {
    const type = isObject(value) ? textOf(value.type) : undefined;
    return isObject(value) && type !== undefined ? [{ index, type, value }] : [];
  });
}

function skillsOf({ body: { container } }: RequestView): readonly unknown[] {
  return isObject(container) && isArray(container.skills) ? container.skills : [];
}

/** Rules about context edits, task budgets, containers and skills. */
export const contextManagementRules = [
  clearWithoutThinking,
  clearThinkingNotFirst,
  compactTooEarly,
  taskBudgetTooSmall,
  containerWithoutTool,
  skillsWithoutTool,
  tooManySkills,
  skillsOnPlatform,
] as const;
