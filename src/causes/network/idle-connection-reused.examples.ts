import type { CauseExamples } from '../examples.ts';

/** Reports of an idle connection that was used again, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'Post "https://api.anthropic.com/v1/messages": http: server closed idle connection' },
    { text: 'claude call failed: net/http: HTTP/1.x transport connection broken: http: server closed idle connection' },
    { text: 'anthropic: Post "https://api.anthropic.com/v1/messages": http: server closed idle connection (retry 1)' },
  ],
  spares: [
    {
      text: 'httpx.RemoteProtocolError: Server disconnected without sending a response. (anthropic)',
      cause: 'connection-reset',
    },
    { text: 'Error: read ECONNRESET (api.anthropic.com)', cause: 'connection-reset' },
  ],
};
