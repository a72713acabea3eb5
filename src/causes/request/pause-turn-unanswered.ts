import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** An answer paused in the middle of server tools and was taken for a finished one. */
export const pauseTurnUnanswered = defineCause({
  id: 'pause-turn-unanswered',
  refines: 'output-truncated',
  title: 'The answer paused with `pause_turn` and was not continued',
  locus: 'request',
  retry: () => ({
    kind: 'no',
    because: 'Sending the same request starts over; sending the paused answer back lets the model go on.',
  }),
  signs: [
    { stopReason: 'pause_turn', certainty: 'likely' },
    { says: 'stop_reason: pause_turn', certainty: 'likely' },
    { says: ['unknown', 'stop', 'pause_turn'], certainty: 'likely' },
  ],
  explain: () =>
    'The call ended with `stop_reason: "pause_turn"`: the model was at work with a server tool (web search, web fetch, code execution) and the API handed the turn back before it was done. The content is a part of an answer, not an error, and it goes on only when the turn is sent back.',
  remedies: () => [
    {
      action:
        'Append the assistant content unchanged and call again with the same tools, until the stop reason is another one.',
      run: "while (response.stop_reason === 'pause_turn') {\n  messages.push({ role: 'assistant', content: response.content });\n  response = await client.messages.create({ ...request, messages });\n}",
    },
    { action: 'Add no user message behind the paused turn, and set a limit on the number of rounds.' },
    { action: 'To get fewer pauses, lower `max_uses` of the server tools.' },
  ],
  docs: pages.stopReasons,
});
