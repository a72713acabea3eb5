import type { CauseExamples } from '../examples.ts';

/** Reports of an IPv6 route that leads nowhere, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `APIConnectionError: Connection error.
  cause: TypeError: fetch failed
    [cause]: AggregateError [ENETUNREACH]:
      Error: connect ENETUNREACH 2607:6bc0::10:443 - Local (:::0)
      host: 'api.anthropic.com' `,
      facts: { errno: 'ENETUNREACH' },
    },
    { text: 'Post "https://api.anthropic.com/v1/messages": dial tcp [2607:6bc0::10]:443: i/o timeout' },
    { text: 'httpx.ConnectError: [Errno 101] Network is unreachable: 2607:6bc0::10 (api.anthropic.com)' },
  ],
  spares: [
    { text: 'Error: connect ETIMEDOUT 160.79.104.10:443 (api.anthropic.com)', cause: 'connect-timeout' },
    { text: 'Error: connect ENETUNREACH 160.79.104.10:443 (api.anthropic.com)', cause: 'connect-timeout' },
  ],
};
