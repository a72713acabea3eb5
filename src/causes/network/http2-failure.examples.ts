import type { CauseExamples } from '../examples.ts';

/** Reports of HTTP/2 that breaks on the way, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    { text: 'curl: (16) Error in the HTTP2 framing layer   # https://api.anthropic.com/v1/messages' },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": http2: frame too large, note that the frame header looked like an HTTP/1.1 header',
      certainty: 'likely',
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": net/http: HTTP/1.x transport connection broken: malformed HTTP response "\\x00\\x00\\x12\\x04\\x00\\x00\\x00"',
      certainty: 'likely',
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": stream error: stream ID 1; PROTOCOL_ERROR; received from peer',
      certainty: 'likely',
    },
    {
      text: `anthropic/_base_client.py", line 1020, in request
h2.exceptions.ProtocolError: Invalid input ConnectionInputs.RECV_PING in state ConnectionState.CLOSED`,
    },
  ],
  spares: [
    {
      text: 'Post "https://api.anthropic.com/v1/messages": http2: server sent GOAWAY and closed the connection; LastStreamID=7, ErrCode=NO_ERROR',
      cause: 'connection-reset',
    },
    {
      text: 'HTTP/2 529\n\n{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
      cause: 'overloaded',
    },
    { text: 'curl: (16) Error in the HTTP2 framing layer   # https://registry.npmjs.org/left-pad', cause: 'none' },
  ],
};
