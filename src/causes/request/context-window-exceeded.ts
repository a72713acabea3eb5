import { defineCause } from '../../core/cause.ts';
import { resolveModel } from '../../facts/model-lookup.ts';
import * as pages from '../../facts/pages.ts';
import { modelPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Window {
  readonly tokens: number | undefined;
}

/** The context window was full before the answer was finished. */
export const contextWindowExceeded = defineCause<Window>({
  id: 'context-window-exceeded',
  refines: 'output-truncated',
  title: 'The context window was full before the answer ended',
  locus: 'request',
  retry: 'no',
  signs: [{ stopReason: 'model_context_window_exceeded' }, { says: 'model_context_window_exceeded' }],
  recognize: ({ model }, hit) => {
    const resolution = model === undefined ? undefined : resolveModel(model);
    return recognized(hit, { tokens: resolution?.kind === 'known' ? resolution.model.contextWindow : undefined });
  },
  explain: (window, evidence) => {
    const size = window?.tokens === undefined ? '' : ` of ${window.tokens.toLocaleString('en-US')} tokens`;
    return `${modelPhrase(evidence)} stopped in the middle of the answer because prompt and answer together filled the context window${size} (\`stop_reason: "model_context_window_exceeded"\`). From Claude 4.5 on the API accepts a \`max_tokens\` that no longer fits and stops when the window is full, instead of refusing the request.`;
  },
  remedies: () => [
    {
      action:
        'Treat the answer as cut off: do not parse it as complete, and do not run a tool call whose input may be incomplete.',
    },
    { action: 'Shorten the prompt (summarize old turns, cut tool results, drop documents) and ask again.' },
    {
      action: 'Count before sending, and compact the history while there is room for the answer.',
      run: 'client.messages.countTokens({ model, system, tools, messages })',
    },
  ],
  docs: pages.stopReasons,
});
