import { defineCause } from '../../core/cause.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, captured, modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Excess {
  readonly asked: string | undefined;
  readonly limit: string | undefined;
}

const comparison = /\b(\d[\d,]{2,10})\s*>\s*(\d[\d,]{2,10})\s*,\s*which\s+is\s+the\s+max/;
const bedrockComparison = /\b(\d{4,8}) is not less or equal to (\d{4,8})/;
const modelLimit = /exceeds?\s+the\s+model\s+limit\s+of\s+(\d+)/;

/** `max_tokens` is above what the model can write in one answer. */
export const maxTokensTooLarge = defineCause<Excess>({
  id: 'max-tokens-too-large',
  title: 'More output tokens are asked for than the model can write',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'which is the maximum allowed number of output tokens' },
    { says: ['max_tokens:', 'which is the maximum allowed'] },
    { says: ['the maximum tokens you requested exceed', 'the model limit'], shared: true },
    { says: ['malformed input request: #/max_tokens', 'is not less or equal to'], pattern: bedrockComparison },
    { says: ['malformed input request', 'is not less or equal to'], pattern: bedrockComparison, certainty: 'likely' },
    { says: 'maximum allowed number of output tokens', certainty: 'likely' },
    {
      says: ['max_tokens', 'exceeds the maximum', 'output'],
      type: ['invalid_request_error', 'ValidationException', 'INVALID_ARGUMENT'],
      certainty: 'likely',
    },
    { says: ['max_tokens is too large', 'this model supports at most'], certainty: 'likely', shared: true },
    { says: 'max_tokens: must be less than or equal to' },
    { type: badRequest, says: ['max_tokens', 'output tokens'], certainty: 'likely' },
  ],
  retold: [
    'max_tokens is too large',
    'max_tokens too large',
    'max_tokens is too high',
    'max_tokens too high',
    'max_tokens too big',
    'max_tokens exceeds',
    'max_tokens is larger',
    'max_tokens 超',
    'max_tokens 过大',
    'max_tokens が大き',
  ],
  recognize: (evidence, hit) => {
    const flat = evidence.reading?.flat ?? '';
    const [, asked, limit] = comparison.exec(flat) ?? bedrockComparison.exec(flat) ?? [];
    return recognized(hit, { asked, limit: limit ?? captured(evidence, modelLimit) ?? knownLimit(evidence.model) });
  },
  explain: (excess, evidence) => {
    const model = modelPhrase(evidence).replace(/^T/, 't');
    const asked = excess?.asked === undefined ? 'more' : `${excess.asked} output tokens, more`;
    const limit = excess?.limit === undefined ? '' : `: at most ${excess.limit}`;
    return `\`max_tokens\` asks for ${asked} than ${model} writes in one answer${limit}. The API refuses a value above the limit of the model instead of lowering it.`;
  },
  remedies: (excess) => [
    {
      action:
        excess?.limit === undefined
          ? 'Lower `max_tokens` to the output limit of the model.'
          : `Set \`max_tokens\` to ${excess.limit} or less.`,
      ...(excess?.limit === undefined ? {} : { run: `"max_tokens": ${excess.limit.replaceAll(',', '')}` }),
    },
    {
      action: 'If a tool takes the number from a table of models, correct its entry for this model or update the tool.',
    },
    {
      action:
        'For longer output, call a model with a higher limit, or go on in a second request where the first one stops.',
    },
  ],
  docs: pages.models,
});

function knownLimit(model: string | undefined): string | undefined {
  const resolution = model === undefined ? undefined : resolveModel(model);
  return resolution?.kind === 'known' ? resolution.model.maxOutputTokens?.toString() : undefined;
}
