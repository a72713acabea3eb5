import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { versionWithoutSampling } from '../../facts/messages/lengths.ts';
import { samplingMessages } from '../../facts/messages/thinking.ts';

const cause = 'thinking-param-conflict';

/** Whether thinking is asked for; a model's own default does not count, for other sentences speak of it. */
export function asksForThinking({ thinking: { mode } }: RequestView): boolean {
  return mode === 'enabled' || mode === 'adaptive';
}

/** A sampling parameter's value when it is a number in a version that still has the parameter. */
export function samplingValue(
  { body, apiVersion }: RequestView,
  parameter: 'temperature' | 'top_p' | 'top_k',
): number | undefined {
  const value = body[parameter];
  const isGone = apiVersion === versionWithoutSampling;
  return typeof value === 'number' && !isGone ? value : undefined;
}

/** Leaves a parameter out. */
export function without(parameter: string): Fix {
  return {
    name: 'sampling',
    safe: false,
    does: `Leave \`${parameter}\` out.`,
    edits: [{ kind: 'remove', at: [parameter] }],
  };
}

const temperature = defineRule<number>({
  cause,
  row: 'sampling-thinking-temp',
  phase: 'cross-field',
  find: (view) => {
    const value = asksForThinking(view) ? samplingValue(view, 'temperature') : undefined;
    return value === undefined || value === 1 ? [] : [value];
  },
  path: () => '',
  at: () => ['temperature'],
  message: (_, { asOf }) => samplingMessages.temperatureWithThinking(asOf),
  why: (value) => `\`temperature\` is ${value}; thinking works at 1 alone.`,
  fix: () => without('temperature'),
});

const topP = defineRule<number>({
  cause,
  row: 'sampling-thinking-topp',
  phase: 'cross-field',
  find: (view) => {
    const value = asksForThinking(view) ? samplingValue(view, 'top_p') : undefined;
    return value === undefined || value >= samplingMessages.leastTopPWithThinking(view.asOf) ? [] : [value];
  },
  path: () => '',
  at: () => ['top_p'],
  message: (_, { asOf }) => samplingMessages.topPWithThinking(asOf),
  fix: () => without('top_p'),
});

const topK = defineRule<number>({
  cause,
  row: 'sampling-thinking-topk',
  phase: 'cross-field',
  // The sentence was seen with budgets only.
  severity: (_, { thinking }) => (thinking.mode === 'enabled' ? 'error' : 'warning'),
  find: (view) => {
    const value = asksForThinking(view) ? samplingValue(view, 'top_k') : undefined;
    return value === undefined || value < 0 ? [] : [value];
  },
  path: () => '',
  at: () => ['top_k'],
  message: () => samplingMessages.topKWithThinking,
  fix: () => without('top_k'),
});

/** Rules about parameters that do not go with thinking. */
export const thinkingParamConflictRules: readonly Rule[] = [temperature, topP, topK];
