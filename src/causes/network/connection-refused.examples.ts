import type { CauseExamples } from '../examples.ts';

/** Reports of a refused connection, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'claude-menu: could not connect to the server', certainty: 'likely' },
    {
      text: 'Error Domain=NSURLErrorDomain Code=-1004 "Could not connect to the server." https://api.anthropic.com/v1/messages',
    },
    {
      text: `⎿  API Error: Unable to connect to API (ECONNREFUSED)
   Retrying in 4 seconds… (attempt 3/10)`,
      facts: { errno: 'ECONNREFUSED' },
    },
    {
      text: `Error: Connection error.
    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/core.js:310:19)
  cause: FetchError: request to http://localhost:4000/v1/messages failed, reason: connect ECONNREFUSED 127.0.0.1:4000
      errno: 'ECONNREFUSED'
`,
      facts: { errno: 'ECONNREFUSED' },
    },
    {
      text: `anthropic.APIConnectionError: Connection error.
caused by httpx.ConnectError: [Errno 111] Connection refused`,
    },
    {
      text: 'Post "http://127.0.0.1:8787/v1/messages": dial tcp 127.0.0.1:8787: connect: connection refused (anthropic-sdk-go)',
    },
    { text: 'curl: (7) Failed to connect to api.anthropic.com port 443 after 12 ms: Connection refused' },
    {
      text: 'API Error: Unable to connect. Is the computer able to access the url? (claude 2.1.40)',
      certainty: 'likely',
    },
    {
      text: `com.anthropic.errors.AnthropicIoException: Request failed
Caused by: java.net.ConnectException: Failed to connect to localhost/127.0.0.1:8080
Caused by: java.net.ConnectException: Connection refused`,
    },
    { text: 'Anthropic::Errors::APIConnectionError: Connection error. (Errno::ECONNREFUSED)' },
    {
      text: `System.Net.Http.HttpRequestException: No connection could be made because the target machine actively refused it. (localhost:4000)
   at Anthropic.Client.AnthropicClient.Execute`,
    },
    {
      text: 'java.net.ConnectException: Failed to connect to api.anthropic.com/160.79.104.10:443',
      certainty: 'likely',
    },
  ],
  spares: [
    { text: 'Error: connect ECONNREFUSED 127.0.0.1:6379 (redis)', cause: 'none' },
    {
      text: `⏺ Bash(npm test)
  ⎿  Error: connect ECONNREFUSED 127.0.0.1:5432

⏺ The database is not running. Shall I start it? (Claude Code)`,
      cause: 'none',
    },
    {
      text: 'httpx.ProxyError: [Errno 111] Connection refused while calling api.anthropic.com; Cannot connect to proxy.',
      cause: 'proxy-failure',
    },
    { text: 'Error: connect ETIMEDOUT 160.79.104.10:443 api.anthropic.com', cause: 'connect-timeout' },
  ],
};
