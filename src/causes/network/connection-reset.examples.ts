import type { CauseExamples } from '../examples.ts';

/** Reports of a connection that was closed early, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: ' Unable to connect to Anthropic services\n\n Failed to connect to api.anthropic.com: fetch failed\n\n Please check your network.',
      certainty: 'possible',
    },
    { text: 'Failed to connect to api.anthropic.com: ERR_SOCKET_CLOSED', certainty: 'likely' },
    {
      text: `APIConnectionError: Connection error.
    at Anthropic.makeRequest (/app/node_modules/@anthropic-ai/sdk/src/client.ts:533:15)
  cause: Error: read ECONNRESET
      at TLSWrap.onStreamRead (node:internal/stream_base_commons:218:20) {
    errno: -104,
    code: 'ECONNRESET',
    syscall: 'read'
  }`,
      facts: { errno: 'ECONNRESET' },
    },
    {
      text: `httpx.RemoteProtocolError: Server disconnected without sending a response.

anthropic.APIConnectionError: Connection error.`,
    },
    {
      text: "requests.exceptions.ConnectionError: ('Connection aborted.', RemoteDisconnected('Remote end closed connection without response')) while posting to https://api.anthropic.com/v1/messages",
    },
    {
      text: 'API Error: The socket connection was closed unexpectedly. For more information, pass `verbose: true` in the second argument to fetch() (Claude Code 2.1.30)',
      certainty: 'likely',
    },
    { text: 'litellm.APIConnectionError: AnthropicException - [Errno 104] Connection reset by peer' },
    { text: 'Post "https://api.anthropic.com/v1/messages": EOF' },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": read tcp 10.0.3.7:51142->160.79.104.10:443: read: connection reset by peer',
    },
    {
      text: `Caused by: java.net.SocketException: Connection reset
	at com.anthropic.client.okhttp.OkHttpClient.execute(OkHttpClient.kt:61)`,
    },
    { text: 'curl: (52) Empty reply from server   # https://api.anthropic.com/v1/messages' },
    {
      text: `API Error (Connection error.) · Retrying in 5 seconds… (attempt 4/10)
  ⎿  TypeError (fetch failed)`,
      certainty: 'possible',
    },
    { text: 'request to https://api.anthropic.com/v1/messages failed, reason: socket hang up' },
    {
      text: '{"error":true,"message":"Failed to fetch"}\nProvider: Anthropic, model claude-sonnet-5',
      certainty: 'possible',
    },
    {
      text: 'org.springframework.web.client.ResourceAccessException: I/O error on POST request for "https://api.anthropic.com/v1/messages": Connection reset',
      certainty: 'likely',
    },
    {
      text: 'error sending request for url (https://api.anthropic.com/v1/messages): connection closed before message completed',
    },
  ],
  spares: [
    {
      text: 'anthropic.APIConnectionError: Connection error. <- httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)',
      cause: 'stream-interrupted',
    },
    { text: 'Error: read ECONNRESET at TCP.onStreamRead, connecting to mongodb://db:27017', cause: 'none' },
    {
      text: 'Error: Client network socket disconnected before secure TLS connection was established, host: api.anthropic.com, code: ECONNRESET',
      cause: 'tls-failure',
    },
    {
      text: 'MCP server "notes": Server disconnected. (Claude Desktop)',
      cause: 'none',
    },
  ],
};
