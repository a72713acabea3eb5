import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The conversation ends with an assistant message on a model that cannot continue one. */
export const prefillUnsupported = defineCause({
  id: 'prefill-unsupported',
  title: 'The model does not continue an assistant message (prefill)',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'does not support assistant message prefill' },
    { says: 'the conversation must end with a user message' },
    { says: 'conversation must end with a user message' },
    { says: 'try again with a conversation that ends with a user message' },
    { says: ['prefill', 'not supported for this model'], certainty: 'likely' },
    { says: ['does not support', 'prefill'], certainty: 'likely' },
    { says: ['prefilling', 'assistant', 'not supported'], certainty: 'likely' },
    { says: 'does not support assistant message' },
    { says: 'assistant message prefill', certainty: 'likely' },
    { says: ['pre-fill the assistant response', 'incompatible'], certainty: 'likely' },
    { says: ['assistant message in the final position', 'pre-fill the assistant response'] },
  ],
  retold: [
    'not support assistant prefill',
    'not support prefill',
    'prefill is not supported',
    'not support prefilling',
  ],
  explain: (_, { model }) =>
    `The last message of the conversation is the assistant's, so that ${model === undefined ? 'the model' : `\`${model}\``} would have to continue it. From Claude Opus 4.6 and Sonnet 4.6 on, models do not take such a prefill: a conversation must end with a user message.`,
  remedies: () => [
    { action: 'End `messages` with a user message; drop the assistant text with which you began the answer.' },
    {
      action:
        'Ask for the shape of the answer instead: structured outputs (`output_config.format`) replace a prefilled `{`, the system prompt replaces a prefilled phrase.',
    },
    { action: 'If the history ends with an answer that was cut off, append a user message such as `Continue.`' },
    {
      action:
        'If you use a chat program or an agent, update it: an old version may send the last answer back as a prefill.',
    },
  ],
  docs: pages.errors,
});
