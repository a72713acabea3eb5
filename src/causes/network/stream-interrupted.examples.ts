import type { CauseExamples } from '../examples.ts';

/** Reports of a stream that broke off, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'anthropic: httpx.RemoteProtocolError: peer closed connection without sending complete message body (incomplete chunked read)',
    },
    {
      text: `TypeError: terminated
    at Fetch.onAborted (node:internal/deps/undici/undici:11190:53)
    at async Stream.iterMessages (file:///app/node_modules/@anthropic-ai/sdk/core/streaming.mjs:23:30) {
  [cause]: SocketError: other side closed
      code: 'UND_ERR_SOCKET',
      socket: { bytesWritten: 18220, bytesRead: 94112 }
}`,
      facts: { errno: 'UND_ERR_SOCKET' },
    },
    { text: 'AnthropicError: stream ended without producing a Message with role=assistant' },
    {
      text: `AnthropicError: request ended without sending any chunks
    at MessageStream._MessageStream_endRequest`,
    },
    {
      text: `event: message_start
data: {"type":"message_start","message":{"id":"msg_01Example","type":"message","role":"assistant","model":"claude-sonnet-5","content":[],"stop_reason":null,"usage":{"input_tokens":25,"output_tokens":1}}}

event: content_block_start
data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

event: content_block_delta
data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"The first step is"}}
`,
      certainty: 'likely',
    },
    {
      text: "litellm.APIConnectionError: AnthropicException - Response payload is not completed: <TransferEncodingError: 400, message='Not enough data to satisfy transfer length header.'>",
    },
    {
      text: "requests.exceptions.ChunkedEncodingError: ('Connection broken: IncompleteRead(0 bytes read)', IncompleteRead(0 bytes read)) reading the stream of api.anthropic.com",
    },
    {
      text: 'Invalid response body while trying to fetch https://api.anthropic.com/v1/messages: Premature close',
      certainty: 'likely',
    },
    { text: 'curl: (18) transfer closed with outstanding read data remaining, https://api.anthropic.com/v1/messages' },
    { text: 'curl: (92) HTTP/2 stream 1 was not closed cleanly: INTERNAL_ERROR (err 2), https://api.anthropic.com' },
    {
      text: `okhttp3.internal.http2.StreamResetException: stream was reset: CANCEL
	at com.anthropic.core.http.StreamResponse`,
    },
    { text: 'API Error: Connection closed mid-response. The response above may be incomplete.' },
    {
      text: 'org.springframework.ai claude stream: reactor.netty.http.client.PrematureCloseException: Connection prematurely closed DURING response',
    },
    { text: 'Claude: Connection closed without receiving any events', certainty: 'likely' },
  ],
  spares: [
    {
      text: 'httpx.RemoteProtocolError: Server disconnected without sending a response. (api.anthropic.com)',
      cause: 'connection-reset',
    },
    { text: 'API Error: Stream idle timeout - partial response received', cause: 'stream-stalled' },
    {
      text: `event: message_start
data: {"type":"message_start","message":{"model":"claude-sonnet-5"}}

event: error
data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}`,
      cause: 'overloaded',
    },
  ],
};
