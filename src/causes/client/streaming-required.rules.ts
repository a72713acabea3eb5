import { defineRule } from '../../core/rule.ts';
import type { Rule } from '../../core/rule.ts';
import {
  lengthMessages,
  maxTokensWithoutStreaming,
  maxTokensWithoutStreamingById,
} from '../../facts/messages/lengths.ts';

const streamingRequired = defineRule<{ readonly maxTokens: number; readonly most: number }>({
  cause: 'streaming-required',
  row: 'streaming-required',
  phase: 'advice',
  severity: 'warning',
  kinds: ['messages'],
  find: ({ isStreaming, isBatchEntry, maxTokens, modelId = '' }) => {
    const most = maxTokensWithoutStreamingById[modelId] ?? maxTokensWithoutStreaming;
    return !isStreaming && !isBatchEntry && maxTokens !== undefined && maxTokens > most ? [{ maxTokens, most }] : [];
  },
  path: () => '',
  at: () => ['max_tokens'],
  message: () => lengthMessages.streamingRequired,
  wording: 'ours',
  why: ({ maxTokens, most }) =>
    `\`max_tokens\` is ${maxTokens}. Without \`stream: true\` the official SDKs refuse more than ${most} unless a timeout is set, and a long answer idles until proxies cut it off.`,
});

/** Rules about calls that had better be streamed. */
export const streamingRequiredRules: readonly Rule[] = [streamingRequired];
