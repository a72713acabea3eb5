import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { flatTextOf, recognized } from '../recognition.ts';

interface Mode {
  readonly mode: string | undefined;
}

/** The model asks for a data retention that the account does not have. */
export const dataRetentionRequired = defineCause<Mode>({
  id: 'data-retention-required',
  refines: 'model-access-denied',
  title: 'The model needs another data retention setting',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: ['data retention mode', 'is not available for this model'] },
    { says: 'data retention mode', pattern: /model/i, certainty: 'likely' },
    { says: ['not available to organizations with zero data retention'] },
    { says: ['zero data retention', 'is not available', 'model'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) =>
    recognized(hit, {
      mode: /retention\s+mode\s+["'\u0060‘]?([a-z_]+)["'\u0060’]?\s/i.exec(flatTextOf(evidence))?.[1],
    }),
  explain: (found) =>
    `The model of this request is offered only to accounts that let its traffic be kept for a time for safety review, and the account has ${found?.mode === undefined ? 'another setting' : `the retention mode \`${found.mode}\``}. The key and the request are in order.`,
  remedies: () => [
    { action: 'Use a model that has no such condition, such as one of the Opus, Sonnet or Haiku models.' },
    {
      action:
        'On Amazon Bedrock, set the data retention of the account to the mode that the documentation of the model names.',
    },
    { action: 'With zero data retention, ask your account team whether the model can be opened to the organization.' },
  ],
  docs: pages.dataRetention,
});
