import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { samplingMessages } from '../../facts/messages/thinking.ts';
import { shortId } from '../../facts/models.ts';
import { asksForThinking, samplingValue, without } from './thinking-param-conflict.rules.ts';

const cause = 'sampling-conflict';
const parameters = ['temperature', 'top_k', 'top_p'] as const;
type Parameter = (typeof parameters)[number];

const notDefault = defineRule<Parameter>({
  cause,
  row: 'sampling-nondefault',
  phase: 'capability',
  from: '2026-04-16',
  models: ({ sampling }) => sampling === 'default',
  find: (view) => parameters.filter((parameter) => changesSampling(parameter, view) && !isToldOfThinking(view)),
  path: () => '',
  at: (parameter) => [parameter],
  message: (parameter) => samplingMessages.notForModel(parameter),
  why: (parameter, { body, model }) =>
    `\`${parameter}\` is ${String(body[parameter])}, and \`${model ? shortId(model) : ''}\` samples in one way only: leave it out.`,
  fix: without,
});

const bothParameters = defineRule<number>({
  cause,
  row: 'sampling-both',
  phase: 'cross-field',
  from: '2025-08-05',
  models: ({ sampling }) => sampling === 'one',
  find: (view) => {
    const temperature = samplingValue(view, 'temperature');
    const topP = samplingValue(view, 'top_p');
    return temperature === undefined || topP === undefined || isToldOfThinking(view) ? [] : [topP];
  },
  path: () => '',
  at: () => ['top_p'],
  message: () => samplingMessages.temperatureAndTopP,
  fix: () => without('top_p'),
});

function changesSampling(parameter: Parameter, view: RequestView): boolean {
  const value = samplingValue(view, parameter);
  if (value === undefined) return false;
  if (parameter === 'temperature') return value !== 1;
  return parameter === 'top_p' ? value < 0.99 : value >= 0;
}

/** Whether the parameter is refused beside thinking already, which is told first. */
function isToldOfThinking(view: RequestView): boolean {
  const temperature = samplingValue(view, 'temperature');
  return asksForThinking(view) && temperature !== undefined && temperature !== 1;
}

/** Rules about sampling parameters by model; the version that removed them is a matter of structure. */
export const samplingConflictRules: readonly Rule[] = [bothParameters, notDefault];
