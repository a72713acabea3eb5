import type { CauseExamples } from '../examples.ts';

/** Reports of a stream that fell silent, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: '⏺ API Error: Stream idle timeout - partial response received (claude)' },
    { text: 'API Error: Stream idle timeout - no chunks received · Claude Code v2.1.180' },
    {
      text: `TypeError: terminated
    at Fetch.onAborted (node:internal/deps/undici/undici:11190:53)
    at async MessageStream._createMessage (/app/node_modules/@anthropic-ai/sdk/lib/MessageStream.js:86:26) {
  [cause]: BodyTimeoutError: Body Timeout Error
      code: 'UND_ERR_BODY_TIMEOUT'
}`,
      facts: { errno: 'UND_ERR_BODY_TIMEOUT' },
    },
    {
      text: '2026-02-11T10:00:31.209Z [WARN] Streaming stall detected: 71.2s gap between events (stall #2) claude-sonnet-5',
    },
  ],
  spares: [
    { text: 'anthropic.APITimeoutError: Request timed out.', cause: 'response-timeout' },
    {
      text: 'AnthropicError: stream ended without producing a Message with role=assistant',
      cause: 'stream-interrupted',
    },
  ],
};
