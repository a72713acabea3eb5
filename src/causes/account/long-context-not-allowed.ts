import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The long context window is not open to this tier, subscription or model. */
export const longContextNotAllowed = defineCause({
  id: 'long-context-not-allowed',
  title: 'The long context window is not open to this account',
  locus: 'account',
  retry: 'no',
  signs: [
    { says: 'long context beta is not yet available' },
    { says: 'long context beta is not available' },
    { says: 'long context beta is not' },
    { says: 'long context is not available', certainty: 'likely' },
    { says: 'The long context beta' },
    { says: '1M context is not available', certainty: 'likely' },
    { says: ['1M context window', 'not available'], pattern: /claude|anthropic/i, certainty: 'likely' },
    { says: ['context-1m-2025-08-07', 'not available'], certainty: 'likely' },
    { says: ['context-1m-2025-08-07', 'not allowed'], certainty: 'likely' },
    { says: 'long context', type: 'invalid_request_error', certainty: 'likely' },
  ],
  explain: (_, { model }) =>
    `The request asks for the long context window (the beta value \`context-1m-2025-08-07\`, or a model name with \`[1m]\`), and it is not open to this tier, subscription or model${model === undefined ? '' : ` (\`${model}\`)`}. The request is refused for the asking alone, however short the prompt is.`,
  remedies: () => [
    {
      action: 'Leave out the beta value, or choose the model without `[1m]`.',
      run: 'export CLAUDE_CODE_DISABLE_1M_CONTEXT=1',
    },
    { action: 'Take a model whose context window is large without a beta, and shorten or compact the conversation.' },
    { action: 'Raise the usage tier, or enable extra usage for a subscription.' },
  ],
  docs: pages.contextWindows,
});
