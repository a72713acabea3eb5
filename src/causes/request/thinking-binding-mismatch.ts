import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured, pathPhrase } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Mismatch {
  /** The sentence in which the API names what changed. */
  readonly change: string | undefined;
}

const change = /(The\s+[^.\n]{3,120}\bdiffers?\s+from\s+[^.\n]{3,80}\.)/;

/** A thinking block is sent in a conversation other than the one it was written for. */
export const thinkingBindingMismatch = defineCause<Mismatch>({
  id: 'thinking-binding-mismatch',
  refines: 'thinking-signature-invalid',
  title: 'A thinking block belongs to another conversation',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: 'the block is bound to a different' },
    { says: 'thinking.block_binding.prefix_mismatch_behavior' },
    { says: 'prefix_mismatch_behavior to drop_block' },
    { says: ['block', 'bound to a different', 'thinking'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognized(hit, { change: captured(evidence, change)?.replace(/\s+/g, ' ') }),
  explain: (mismatch, evidence) => {
    const named = mismatch?.change === undefined ? '' : ` The API says what changed: ${mismatch.change}`;
    return `The thinking block${pathPhrase(evidence)} was written after other messages, tools or another system prompt than those it is sent with now.${named} This model binds each thinking block to all that came before it, so a history that was edited, compacted or moved to another session invalidates the blocks behind the change.`;
  },
  remedies: () => [
    {
      action: 'Let the API leave such blocks out.',
      run: '"thinking": { "type": "adaptive", "block_binding": { "prefix_mismatch_behavior": "drop_block" } }',
    },
    {
      action: 'Send the beta value that this setting needs.',
      run: 'anthropic-beta: thinking-binding-controls-2026-08-01',
    },
    { action: 'Or remove every thinking block that stands after the edited place before sending the history.' },
    {
      action:
        'Keep the system prompt, the tools and all earlier messages the same within a conversation; put what changes into new messages.',
    },
  ],
  docs: pages.thinkingTroubleshooting,
});
