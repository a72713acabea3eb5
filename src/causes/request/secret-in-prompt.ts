import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A prompt carries a live credential. The API accepts it, so only a check of the request finds it. */
export const secretInPrompt = defineCause({
  id: 'secret-in-prompt',
  title: 'The prompt holds a credential',
  locus: 'request',
  retry: 'no',
  signs: [],
  explain: () =>
    'A text of this request holds what looks like a live credential. The API takes it, and with it the credential reaches the model, the logs of every hop, the stored conversation and whatever the model repeats. Nothing fails, so nobody notices.',
  remedies: () => [
    { action: 'Take the credential out of the text, and out of the file or tool result that it came from.' },
    { action: 'Revoke it and make a new one if the request was sent.' },
    { action: 'Pass credentials to tools through the environment of the tool, never through the conversation.' },
  ],
  docs: pages.authentication,
});
