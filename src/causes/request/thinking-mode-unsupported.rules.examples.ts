import type { RuleExample } from '../../core/rule.ts';
import { exampleRequest } from '../example-request.ts';

const cause = 'thinking-mode-unsupported';
const conflict = 'thinking-param-conflict';

/** A request with thinking and effort for a model. */
function asks(model: string, thinking: unknown, effort?: string): { readonly body: Readonly<Record<string, unknown>> } {
  return {
    body: exampleRequest({
      model,
      max_tokens: 4096,
      ...(thinking === undefined ? {} : { thinking }),
      ...(effort === undefined ? {} : { output_config: { effort } }),
    }),
  };
}

function changesEffort(thinking: unknown): {
  readonly body: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
} {
  return {
    body: exampleRequest({
      model: 'claude-opus-5',
      thinking,
      messages: [
        { role: 'user', content: 'Name a river.' },
        { role: 'system', content: [], output_config: { effort: 'low' } },
      ],
    }),
    headers: { 'anthropic-version': '2023-06-01', 'anthropic-beta': 'mid-conversation-output-config-2026-07-01' },
  };
}

const enabled = { type: 'enabled', budget_tokens: 2048 };
const adaptive = { type: 'adaptive' };
const disabled = { type: 'disabled' };
const betweenTools = { type: 'between_tools' };
const useAdaptive = (mode: string): string =>
  `"thinking.type.${mode}" is not supported for this model. Use "thinking.type.adaptive" and "output_config.effort" to control thinking behavior.`;

/** Thinking modes and effort levels that a model lacks, each beside a model or value that has it. */
export const thinkingModeUnsupportedRuleExamples: readonly RuleExample[] = [
  {
    row: 'thinking-enabled-unsupported',
    breaks: asks('claude-sonnet-5', enabled),
    expected: { cause, path: '', message: useAdaptive('enabled') },
    spares: asks('claude-sonnet-4-6', enabled),
  },
  {
    row: 'thinking-enabled-unsupported',
    breaks: asks('claude-opus-4-7', enabled),
    expected: { cause, path: '', message: useAdaptive('enabled') },
    spares: asks('claude-opus-4-7', adaptive),
  },
  {
    row: 'adaptive-unsupported',
    breaks: asks('claude-haiku-4-5', adaptive),
    expected: { cause, path: '', message: 'adaptive thinking is not supported on this model' },
    spares: asks('claude-haiku-4-5', enabled),
  },
  {
    row: 'disabled-unsupported',
    breaks: asks('claude-opus-5-5', disabled),
    expected: { cause, path: '', message: useAdaptive('disabled') },
    spares: asks('claude-opus-5', disabled),
  },
  {
    row: 'disabled-mythos-preview',
    breaks: asks('claude-mythos-preview', disabled),
    expected: {
      cause,
      path: '',
      message:
        '"thinking.type.disabled" is not supported for this model. Thinking defaults to adaptive mode when not specified; use "thinking.type.enabled" with "budget_tokens" for extended thinking.',
    },
    spares: asks('claude-mythos-preview', enabled),
  },
  {
    row: 'disabled-sonnet55',
    breaks: asks('claude-sonnet-5-5', disabled),
    expected: {
      cause,
      path: '',
      message:
        'To turn thinking off on this model, send "thinking": {"type": "between_tools"} instead of {"type": "disabled"}. The model does not think before responding. The short updates it writes between tool calls come back as thinking blocks.',
    },
    spares: asks('claude-sonnet-5-5', betweenTools),
  },
  {
    row: 'between-tools-unsupported',
    breaks: asks('claude-sonnet-5', betweenTools),
    expected: { cause, path: '', message: '"thinking.type.between_tools" is not supported for this model.' },
    spares: asks('claude-sonnet-5-5', betweenTools),
  },
  {
    row: 'effort-thinking-off',
    breaks: asks('claude-opus-5', disabled, 'xhigh'),
    expected: {
      cause: conflict,
      path: '',
      message:
        "output_config.effort 'xhigh' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
    },
    spares: asks('claude-opus-5', disabled, 'high'),
  },
  {
    row: 'effort-thinking-off',
    breaks: asks('claude-sonnet-5-5', betweenTools, 'max'),
    expected: {
      cause: conflict,
      path: '',
      message:
        "output_config.effort 'max' is not supported when thinking is disabled on this model. Use effort 'high' or below, or enable thinking.",
    },
    spares: asks('claude-sonnet-5-5', adaptive, 'max'),
  },
  {
    row: 'effort-change-off',
    breaks: changesEffort(disabled),
    expected: {
      cause: conflict,
      path: 'messages.1',
      message:
        "output_config.effort 'low' differs from the 'high' in effect before it; effort cannot change when thinking is disabled on this model. Use effort 'high', or enable thinking.",
    },
    spares: changesEffort(adaptive),
  },
  {
    row: 'effort-unsupported',
    breaks: asks('claude-haiku-4-5', undefined, 'low'),
    expected: { cause, path: '', message: 'This model does not support the effort parameter.' },
    spares: asks('claude-opus-4-5', undefined, 'low'),
  },
  {
    row: 'effort-level',
    breaks: asks('claude-opus-4-6', undefined, 'xhigh'),
    expected: {
      cause,
      path: '',
      message: "This model does not support effort level 'xhigh'. Supported levels: high, low, max, medium.",
    },
    spares: asks('claude-opus-4-7', undefined, 'xhigh'),
  },
];
