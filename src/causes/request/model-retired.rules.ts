import type { Model } from '../../core/model.ts';
import type { Fix } from '../../core/problem.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { RequestView } from '../../core/view.ts';
import { daysBetween } from '../../facts/days.ts';
import { isRetired, shortId } from '../../facts/models.ts';
import { isOwnService, platformName } from '../../facts/platforms.ts';
import { modelAt, modelMessage, modelPath } from '../../check/model-place.ts';

const cause = 'model-retired';

const retired = defineRule<Model>({
  cause,
  row: 'model-retired',
  phase: 'model',
  severity: (_, { platform }) => (isOwnService(platform) ? 'error' : 'warning'),
  find: ({ model, asOf }) => (model && asOf !== undefined && isRetired(model, asOf) ? [model] : []),
  path: (_, view) => modelPath(view),
  at: (_, view) => modelAt(view),
  message: (_, view) => modelMessage(view),
  why: (model, { platform, modelId }) => {
    const instead = model.replacement === undefined ? '' : ` Its replacement is \`${model.replacement}\`.`;
    const elsewhere = isOwnService(platform)
      ? ''
      : ` ${platformName(platform)} sets its own dates and may still serve it.`;
    return `\`${modelId ?? shortId(model)}\` was retired on the Claude API on ${model.retiresOn ?? ''}.${instead}${elsewhere}`;
  },
  fix: replace,
});

const deprecated = defineRule<Model>({
  cause,
  row: 'model-deprecated',
  phase: 'advice',
  severity: 'warning',
  find: ({ model, asOf }) =>
    model?.deprecatedOn !== undefined && asOf !== undefined && asOf >= model.deprecatedOn && !isRetired(model, asOf)
      ? [model]
      : [],
  path: (_, view) => modelPath(view),
  at: (_, view) => modelAt(view),
  message: (model, { asOf = '', modelId = shortId(model) }) =>
    model.retiresOn === undefined
      ? `\`${modelId}\` is deprecated since ${model.deprecatedOn ?? ''}; its last day is not set yet`
      : `\`${modelId}\` is deprecated and answers until ${model.retiresOn}: ${daysLeft(asOf, model.retiresOn)}`,
  wording: 'ours',
  why: ({ replacement }) =>
    replacement === undefined ? 'Move to a current model.' : `Its replacement is \`${replacement}\`.`,
  fix: replace,
});

function daysLeft(today: string, last: string): string {
  const days = daysBetween(today, last);
  if (days === 0) return 'today is the last day';
  return days === 1 ? '1 day left' : `${days} days left`;
}

/** Another model can answer in another way and refuse other things, so it is applied only when named. */
function replace({ replacement }: Model, { isModelInBody, resolution }: RequestView): Fix | undefined {
  const isPlain = resolution?.kind === 'known' && (resolution.spelling === 'id' || resolution.spelling === 'alias');
  if (replacement === undefined || !isModelInBody || !isPlain) return undefined;
  return {
    name: 'model',
    safe: false,
    does: `Ask for \`${replacement}\`.`,
    edits: [{ kind: 'set', at: ['model'], value: replacement }],
  };
}

/** Rules about models at the end of their life. */
export const modelRetiredRules: readonly Rule[] = [retired, deprecated];
