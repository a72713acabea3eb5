import type { EffortLevel, Model, ThinkingMode } from '../../core/model.ts';
import { isObject, textOf } from '../../core/json.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { thinkingMessages } from '../../facts/messages/thinking.ts';
import { shortId } from '../../facts/models.ts';

const cause = 'thinking-mode-unsupported';

/** A rule for one value of `thinking.type` that the model does not take. */
function modeRule(
  row: string,
  mode: ThinkingMode,
  message: (model: Model | undefined) => string,
  fix?: (view: RequestView) => Fix,
): Rule {
  return defineRule<ThinkingMode>({
    cause,
    row,
    phase: 'capability',
    models: ({ thinking: { modes } }) => modes.length > 0 && !modes.includes(mode),
    find: ({ thinking }) => (thinking.mode === mode ? [mode] : []),
    path: () => '',
    at: () => ['thinking', 'type'],
    message: (_, { model }) => message(model),
    why: (_, { model }) =>
      model ? `\`${shortId(model)}\` takes ${model.thinking.modes.map((name) => `\`${name}\``).join(', ')}.` : '',
    ...(fix ? { fix: (_: ThinkingMode, view: RequestView) => fix(view) } : {}),
  });
}

/** Adaptive thinking has no budget; what was asked for with one is asked for with effort. */
function toAdaptive({ thinking }: RequestView): Fix {
  const { type: _type, budget_tokens: _budget, ...others } = thinking.value ?? {};
  return {
    name: 'thinking',
    safe: false,
    does: 'Ask for adaptive thinking.',
    edits: [{ kind: 'set', at: ['thinking'], value: { ...others, type: 'adaptive' } }],
  };
}

function toBetweenTools(): Fix {
  return {
    name: 'thinking',
    safe: false,
    does: 'Turn thinking off the way this model has it.',
    edits: [{ kind: 'set', at: ['thinking'], value: { type: 'between_tools' } }],
  };
}

function leaveOut(): Fix {
  return {
    name: 'thinking',
    safe: false,
    does: 'Leave `thinking` to the model.',
    edits: [{ kind: 'remove', at: ['thinking'] }],
  };
}

const enabledUnsupported = modeRule(
  'thinking-enabled-unsupported',
  'enabled',
  () => thinkingMessages.enabledUnsupported,
  toAdaptive,
);
const adaptiveUnsupported = modeRule('adaptive-unsupported', 'adaptive', () => thinkingMessages.adaptiveUnsupported);
const betweenToolsUnsupported = modeRule(
  'between-tools-unsupported',
  'between_tools',
  () => thinkingMessages.betweenToolsUnsupported,
);

/** The sentence differs by what the model has instead, and so does the row. */
function disabledRule(row: string, holds: (model: Model) => boolean, fix: () => Fix): Rule {
  return defineRule<Model>({
    cause,
    row,
    phase: 'capability',
    models: (model) => model.thinking.modes.length > 0 && !model.thinking.modes.includes('disabled') && holds(model),
    find: ({ thinking, model }) => (thinking.mode === 'disabled' && model ? [model] : []),
    path: () => '',
    at: () => ['thinking', 'type'],
    message: (model) => thinkingMessages.disabledUnsupported(model),
    why: (model) =>
      model.thinking.whenOmitted === 'always'
        ? `\`${shortId(model)}\` always thinks; effort says how much.`
        : `\`${shortId(model)}\` takes ${model.thinking.modes.map((name) => `\`${name}\``).join(', ')}.`,
    fix,
  });
}

const disabledUnsupported = disabledRule(
  'disabled-unsupported',
  ({ thinking }) => thinking.whenOmitted === 'always',
  leaveOut,
);
const disabledWithBudgets = disabledRule(
  'disabled-mythos-preview',
  ({ thinking }) => thinking.modes.includes('enabled'),
  leaveOut,
);
const disabledWithUpdates = disabledRule(
  'disabled-sonnet55',
  ({ thinking }) => thinking.modes.includes('between_tools'),
  toBetweenTools,
);

const effortUnsupported = defineRule<string>({
  cause,
  row: 'effort-unsupported',
  phase: 'capability',
  models: ({ effortLevels }) => effortLevels.length === 0,
  find: ({ effort }) => (effort === undefined ? [] : [effort]),
  path: () => '',
  at: () => ['output_config', 'effort'],
  message: () => thinkingMessages.effortUnsupported,
  why: (effort, { model }) =>
    `\`${model ? shortId(model) : ''}\` has no effort levels, and \`${effort}\` is asked for.`,
  fix: () => ({
    name: 'effort',
    safe: false,
    does: 'Leave `output_config.effort` out.',
    edits: [{ kind: 'remove', at: ['output_config', 'effort'] }],
  }),
});

const allLevels: readonly string[] = ['low', 'medium', 'high', 'xhigh', 'max'] satisfies EffortLevel[];

const effortLevel = defineRule<string>({
  cause,
  row: 'effort-level',
  phase: 'capability',
  models: ({ effortLevels }) => effortLevels.length > 0,
  find: ({ effort, model }) =>
    effort !== undefined && allLevels.includes(effort) && !model?.effortLevels.some((level) => level === effort)
      ? [effort]
      : [],
  path: () => '',
  at: () => ['output_config', 'effort'],
  message: (effort, { model }) => thinkingMessages.effortLevelUnsupported(effort, model?.effortLevels ?? []),
});

const effortNeedsThinking = defineRule<string>({
  cause: 'thinking-param-conflict',
  row: 'effort-thinking-off',
  phase: 'capability',
  models: ({ bindsEffortToThinking }) => bindsEffortToThinking,
  find: ({ effort, thinking: { mode } }) =>
    (mode === 'disabled' || mode === 'between_tools') && (effort === 'xhigh' || effort === 'max') ? [effort] : [],
  path: () => '',
  at: () => ['output_config', 'effort'],
  message: (effort) => thinkingMessages.effortNeedsThinking(effort),
});

interface EffortChange {
  readonly index: number;
  readonly to: string;
  readonly from: string;
}

const effortChanges = defineRule<EffortChange>({
  cause: 'thinking-param-conflict',
  row: 'effort-change-off',
  phase: 'capability',
  models: ({ bindsEffortToThinking }) => bindsEffortToThinking,
  find: (view) => {
    const { mode } = view.thinking;
    if (mode !== 'disabled' && mode !== 'between_tools') return [];
    const first = view.effort ?? view.model?.defaultEffort ?? 'high';
    return view.messages.flatMap(({ index, value }) => {
      const to = isObject(value.output_config) ? textOf(value.output_config.effort) : undefined;
      return to === undefined || to === first ? [] : [{ index, to, from: first }];
    });
  },
  path: ({ index }) => `messages.${index}`,
  at: ({ index }) => ['messages', index, 'output_config', 'effort'],
  message: ({ to, from }) => thinkingMessages.effortChanges(to, from),
});

/** Rules about thinking modes and effort levels by model. */
export const thinkingModeUnsupportedRules: readonly Rule[] = [
  enabledUnsupported,
  adaptiveUnsupported,
  disabledUnsupported,
  disabledWithBudgets,
  disabledWithUpdates,
  betweenToolsUnsupported,
  effortNeedsThinking,
  effortChanges,
  effortUnsupported,
  effortLevel,
];
