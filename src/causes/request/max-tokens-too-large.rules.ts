import { isObject } from '../../core/json.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { lengthMessages, outputBetas } from '../../facts/messages/lengths.ts';

const overCap = defineRule<{ readonly asked: number; readonly cap: number; readonly isLifted: boolean }>({
  cause: 'max-tokens-too-large',
  row: 'max-tokens-cap',
  phase: 'cross-field',
  kinds: ['messages'],
  severity: ({ isLifted }) => (isLifted ? 'warning' : 'error'),
  find: (view) => {
    const { maxTokens: asked, model } = view;
    const own = model?.maxOutputTokens;
    if (asked === undefined || own === undefined || asked <= own) return [];
    const sent = liftedCap(view, 'sent');
    if (asked <= sent) return [];
    return [{ asked, cap: Math.max(own, sent), isLifted: asked <= liftedCap(view, 'unknown') }];
  },
  path: () => 'max_tokens',
  at: () => ['max_tokens'],
  message: ({ asked, cap }, { model, modelId }) =>
    lengthMessages.maxTokensOverCap(asked, cap, model?.id ?? modelId ?? ''),
  why: ({ cap }) => `The model writes at most ${cap} tokens in one answer.`,
  fix: ({ cap }) => ({
    name: 'max-tokens',
    safe: false,
    does: `Lower \`max_tokens\` to ${cap}.`,
    edits: [{ kind: 'set', at: ['max_tokens'], value: cap }],
  }),
});

/** The limit to which a beta lifts the model's own, when the beta was sent, or may have been. */
function liftedCap(view: RequestView, state: 'sent' | 'unknown'): number {
  const caps = outputBetas
    .filter(
      ({ models, beta, batchOnly }) =>
        (!batchOnly || view.isBatchEntry) && models.some((id) => id === view.model?.id) && view.beta(beta) === state,
    )
    .map(({ cap }) => cap);
  return Math.max(0, ...caps);
}

const zeroTokens = defineRule<string>({
  cause: 'field-invalid',
  row: 'max-tokens-zero',
  phase: 'cross-field',
  kinds: ['messages'],
  severity: 'warning',
  find: (view) => (view.maxTokens === 0 ? reasonsAgainstZero(view).slice(0, 1) : []),
  path: () => 'max_tokens',
  at: () => ['max_tokens'],
  message: (reason) => `0 is not allowed ${reason}`,
  wording: 'ours',
  why: () => '`max_tokens: 0` only fills the prompt cache and produces no answer.',
});

function reasonsAgainstZero({ isStreaming, thinking, outputConfig, toolChoice }: RequestView): readonly string[] {
  return [
    ...(isStreaming ? ['with `stream: true`'] : []),
    ...(thinking.mode === 'enabled' ? ['with thinking enabled'] : []),
    ...(isObject(outputConfig?.format) ? ['with `output_config.format`'] : []),
    ...(toolChoice?.type === 'any' || toolChoice?.type === 'tool' ? ['with a forced `tool_choice`'] : []),
  ];
}

/** Rules about the length of the answer. */
export const maxTokensTooLargeRules: readonly Rule[] = [overCap, zeroTokens];
