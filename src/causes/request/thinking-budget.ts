import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Budget {
  readonly fault: 'small' | 'large';
}

const belowMinimum = /budget_?tokens[`'"\\]*:?\s+[^.\n]{0,60}?(greater\s+than\s+or\s+equal|at\s+least|≥|>=)/i;

/** `thinking.budget_tokens` is below its minimum, or not below `max_tokens`. */
export const thinkingBudget = defineCause<Budget>({
  id: 'thinking-budget',
  title: 'The thinking budget is too small, or not below `max_tokens`',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'max_tokens must be greater than thinking.budget_tokens' },
    { says: 'must be greater than thinking.budget_tokens' },
    { says: 'budget_tokens: input should be greater than or equal to' },
    { says: 'extended-thinking#max-tokens-and-context-window-size' },
    { says: 'thinking.enabled.budget_tokens: input should be' },
    { says: ['budget_tokens', 'must be less than', 'max_tokens'], certainty: 'likely' },
    { says: ['budget_tokens', 'must be', '1024'], certainty: 'likely' },
    { says: ['thinking budget', 'max_tokens'], type: 'invalid_request_error', certainty: 'likely' },
    { says: ['max_tokens must be greater than', 'budget'], certainty: 'likely' },
  ],
  retold: [
    ['budget_tokens', 'smaller than'],
    ['budget_tokens', 'less than'],
    ['budget_tokens', 'greater than'],
    ['budget_tokens', 'at least'],
    ['thinking budget', 'greater than'],
    ['thinking budget', 'less than'],
    ['thinking budget', 'too'],
  ],
  recognize: (evidence, hit) =>
    recognized(hit, { fault: captured(evidence, belowMinimum) === undefined ? 'large' : 'small' }),
  explain: (budget) => {
    if (budget?.fault === 'small')
      return 'The thinking budget of the request is below 1,024 tokens, the least that the API takes. A program or a framework often computes it as a share of a small `max_tokens`, as for a title or a test call.';
    const rule =
      '`max_tokens` counts thinking and answer together, so it must be greater than `thinking.budget_tokens`, and the budget itself must be 1,024 or more.';
    return budget
      ? `The request allows the model to think for as many tokens as the whole answer may have, or more. ${rule}`
      : `The thinking budget and \`max_tokens\` do not fit together. ${rule}`;
  },
  remedies: (budget) => [
    budget?.fault === 'small'
      ? {
          action: 'Raise the budget to 1,024 or more, or leave thinking off for this call.',
          run: '"thinking": { "type": "enabled", "budget_tokens": 1024 }',
        }
      : {
          action:
            'Set `max_tokens` to the budget plus the longest answer you expect; many frameworks set it to 4096 unless told otherwise.',
          run: '"max_tokens": 20000, "thinking": { "type": "enabled", "budget_tokens": 16000 }',
        },
    {
      action: 'On Claude 4.6 and later, replace the budget by adaptive thinking with an effort level.',
      run: '"thinking": { "type": "adaptive" }, "output_config": { "effort": "medium" }',
    },
    {
      action:
        'If a tool or framework sets these numbers, look for its own settings of maximum output and thinking budget and change both.',
    },
  ],
  docs: pages.thinking,
});
