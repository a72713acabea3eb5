import { isEmptyContent } from '../../check/blank.ts';
import { isThinking } from '../../check/block-kinds.ts';
import { pairingOf } from '../../check/pairing.ts';
import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import type { Message } from '../../core/view.ts';
import { conversationMessages } from '../../facts/messages/conversation.ts';
import { serverResultTypes } from '../../facts/messages/tool-pairing.ts';
import { shortId } from '../../facts/models.ts';

const pausedEndings = new Set([
  'server_tool_use',
  'mcp_tool_use',
  'mcp_tool_result',
  'compaction',
  ...serverResultTypes,
]);

const prefillUnsupported = defineRule<Message>({
  cause: 'prefill-unsupported',
  row: 'prefill-unsupported',
  phase: 'capability',
  kinds: ['messages'],
  models: ({ hasPrefill }) => !hasPrefill,
  // A turn that the API paused is sent back as it came, so a turn with server tools is no prefill for certain.
  severity: ({ blocks }) => (blocks.some(({ type }) => pausedEndings.has(type)) ? 'warning' : 'error'),
  find: (view) => {
    const last = view.messages.at(-1);
    if (last?.role !== 'assistant' || isEmptyContent(last.value.content)) return [];
    const ending = last.blocks.at(-1)?.type ?? '';
    // A final thinking block and an unanswered call are told as what they are.
    if (pausedEndings.has(ending) || isThinking(ending)) return [];
    return pairingOf(view).missing.some(({ assistant }) => assistant === last) ? [] : [last];
  },
  path: () => '',
  at: ({ index }) => ['messages', index],
  message: () => conversationMessages.prefillUnsupported,
  why: ({ index }, { model }) =>
    `Message ${index}, the last one, is of the assistant. \`${model ? shortId(model) : ''}\` does not continue a text that was begun for it; say in the system prompt how the answer is to begin, or use structured outputs.`,
});

/** Rules about conversations that end with the assistant. */
export const prefillUnsupportedRules: readonly Rule[] = [prefillUnsupported];
