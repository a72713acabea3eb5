import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { badRequest, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

/** Thinking blocks of the latest assistant message came back edited, reordered or incomplete. */
export const thinkingModified = defineCause({
  id: 'thinking-modified',
  title: 'Thinking blocks of the latest assistant message were changed',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['redacted_thinking', 'blocks must match the parameters during the original request'] },
    { says: 'blocks in the latest assistant message cannot be modified' },
    { says: 'thinking or redacted_thinking blocks in the latest assistant message' },
    { says: ['thinking', 'must remain as they were in the original response'] },
    { says: 'must remain as they were in the original response', certainty: 'likely' },
    { says: 'each thinking block must contain thinking', certainty: 'likely' },
    { says: ['redacted_thinking', 'cannot be modified'], certainty: 'likely' },
    { type: badRequest, says: ['thinking block', 'modified'], certainty: 'likely' },
    { type: badRequest, says: ['thinking block', 'unchanged'], certainty: 'likely' },
  ],
  recognize: (_evidence, hit) => recognized(hit, undefined),
  explain: (_details, evidence) =>
    `The \`thinking\` and \`redacted_thinking\` blocks${pathPhrase(evidence)} are not the ones that the model wrote: a block was edited, moved, merged or left out. While a tool loop runs, the API accepts the latest assistant message only with its thinking blocks byte for byte and in the order in which they came.`,
  remedies: (_details, { client }) => [
    ...(client?.name === 'claude-code'
      ? [
          {
            action:
              'Press Esc twice and go back to a point before the failing turn, or start a new session with `/clear`; the stored turn stays broken.',
          },
        ]
      : []),
    {
      action:
        'Send the `content` array of the response back as it came: every `thinking` and `redacted_thinking` block with its `signature` or `data`, in the same order, none dropped.',
      run: "messages.push({ role: 'assistant', content: response.content })",
    },
    {
      action:
        'When streaming, build each thinking block from its `thinking_delta` and `signature_delta` events, and store it before anything trims, merges or re-encodes the history.',
    },
    {
      action:
        'If the original blocks are lost, end the tool loop: drop the whole assistant turn together with its tool results and ask again.',
    },
  ],
  docs: pages.thinkingTroubleshooting,
});
