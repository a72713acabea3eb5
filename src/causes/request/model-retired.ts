import { defineCause } from '../../core/cause.ts';
import type { Evidence } from '../../core/evidence.ts';
import type { Model } from '../../core/model.ts';
import { shortId } from '../../facts/models.ts';
import * as pages from '../../facts/pages.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import { recognized } from '../recognition.ts';
import { namedModel, noSuchModel } from '../named-model.ts';

interface Retirement {
  readonly id: string | undefined;
  readonly model: Model | undefined;
  /** Bedrock keeps dates of its own. */
  readonly isAws: boolean;
}

/** The model existed, and has been switched off. */
export const modelRetired = defineCause<Retirement>({
  id: 'model-retired',
  refines: 'model-not-found',
  title: 'The model has been retired',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'has reached the end of its life' },
    { says: 'this model is marked by provider as legacy' },
    { says: 'marked by provider as legacy' },
    { says: ['model', 'has been retired'], certainty: 'likely' },
    { says: ['model', 'has been deprecated'], certainty: 'likely', shared: true },
    { says: 'is no longer available', pattern: /claude-[\w.@:-]+/, certainty: 'likely' },
    { says: 'reached end-of-life', certainty: 'likely', shared: true },
    { says: 'model_retired', certainty: 'likely', shared: true },
    ...noSuchModel,
  ],
  retold: [
    ['claude', 'has been retired'],
    ['claude', 'was retired'],
    ['claude', 'is retired'],
    'model is no longer available',
    '模型已下线',
    '模型已弃用',
    'モデルは廃止',
  ],
  recognize: (evidence, hit) => {
    if (!noSuchModel.includes(hit.sign)) return recognized(hit, told(evidence));
    const verdict = namedModel(evidence);
    if (verdict.kind !== 'retired') return undefined;
    const { id, model, isDated } = verdict;
    const sure = recognized(hit, { id, model, isAws: false });
    return isDated ? sure : { ...sure, certainty: sure.certainty === 'proven' ? 'likely' : 'possible' };
  },
  explain: (retirement, { timestamp }) => {
    const { id, model, isAws } = retirement ?? {};
    if (isAws)
      return `AWS no longer serves ${id === undefined ? 'this model version' : `\`${id}\``} to this account. It keeps lifecycle dates of its own: a legacy model stays open for some months to accounts that have used it lately, and is then switched off for all.`;
    if (id === undefined || model?.retiresOn === undefined)
      return 'The id names a model that existed and has been switched off. A retired model is answered with 404, exactly like an id that never existed.';
    const when = timestamp === undefined ? '' : `, and this call failed at ${timestamp}`;
    return `\`${id}\` was answered on the Claude API until ${model.retiresOn}${when}. A retired model is answered with 404 \`model: ${id}\`, exactly like an id that never existed. The clouds keep dates of their own.`;
  },
  remedies: (retirement) => [
    ...replacementOf(retirement),
    {
      action:
        'Search the code, the environment and the settings for the old id; defaults of tools and saved sessions hold it too.',
      ...(retirement?.id === undefined ? {} : { run: `grep -rn "${retirement.id}" .` }),
    },
    {
      action:
        'Read the migration notes of the new model first: newer ones refuse prefill, sampling parameters and thinking budgets.',
    },
  ],
  docs: pages.modelDeprecations,
  settledBy: [
    {
      from: 'model-access-denied',
      test: 'Compare the day of the failure with the retirement date; before it, access is the reason.',
    },
  ],
});

function told({ model, platform, reading }: Evidence): Retirement {
  const resolution = model === undefined ? undefined : resolveModel(model);
  const isAws = platform === 'bedrock' || /AWS|marked\s+by\s+provider|end\s+of\s+its\s+life/.test(reading?.flat ?? '');
  return { id: model, model: resolution?.kind === 'known' ? resolution.model : undefined, isAws };
}

function replacementOf(
  retirement: Retirement | undefined,
): readonly { readonly action: string; readonly run?: string }[] {
  const { model, isAws } = retirement ?? {};
  const named = model?.replacement;
  const resolution = named === undefined ? undefined : resolveModel(named);
  if (named === undefined || resolution?.kind !== 'known')
    return [{ action: 'Choose a current model of the same family from the models overview, and send its id.' }];
  const id = isAws ? (resolution.model.platformIds.bedrock ?? named) : shortId(resolution.model);
  return [{ action: `Move to \`${id}\`, the replacement that Anthropic names.`, run: `"model": "${id}"` }];
}
