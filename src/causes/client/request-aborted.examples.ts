import type { CauseExamples } from '../examples.ts';

/** Reports of a call that its caller cancelled, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `APIUserAbortError: Request was aborted.
    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/client.js:301:19)`,
    },
    {
      text: `DOMException [AbortError]: This operation was aborted
    at new DOMException (node:internal/per_context/domexception)
    at anthropic.messages.create`,
      certainty: 'likely',
    },
    { text: 'Post "https://api.anthropic.com/v1/messages": context canceled', certainty: 'likely' },
    {
      text: `asyncio.exceptions.CancelledError
  File "site-packages/anthropic/_base_client.py", line 1597, in request`,
      certainty: 'likely',
    },
    {
      text: `[Request interrupted by user]
⎿ Request was aborted.`,
    },
  ],
  spares: [
    { text: 'APIConnectionTimeoutError: Request timed out.', cause: 'response-timeout' },
    {
      text: 'AbortError: The operation was aborted due to timeout, calling claude-sonnet-5',
      cause: 'response-timeout',
    },
    {
      text: '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}} then Request was aborted.',
      cause: 'overloaded',
    },
  ],
};
