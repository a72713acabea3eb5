import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

const definite = ['Error in the HTTP2 framing layer', 'curl: (16)', 'cURL error 16:', 'h2.exceptions.'] as const;
const likely = [
  'http2: frame too large',
  'http2: failed reading the frame payload',
  'HTTP/1.1 header was sent over HTTP/2',
  // A client of HTTP/1.1 that is answered with the settings frame of HTTP/2.
  ['malformed HTTP response', '\\x00\\x00'],
  ['stream error: stream ID', 'PROTOCOL_ERROR'],
  ['stream error: stream ID', 'COMPRESSION_ERROR'],
  ['stream error: stream ID', 'FLOW_CONTROL_ERROR'],
] as const;

/** HTTP/2 does not come through, where HTTP/1.1 does. */
export const http2Failure = defineCause<Peer>({
  id: 'http2-failure',
  title: 'HTTP/2 does not come through',
  locus: 'network',
  retry: () => ({
    kind: 'no',
    because: 'What breaks HTTP/2 on the way will do so again, until the client speaks HTTP/1.1 or it is repaired.',
  }),
  signs: [...saying(definite), ...saying(likely, { certainty: 'likely' })],
  recognize: recognizePeer,
  explain: (peer) =>
    `The two ends agreed to speak HTTP/2 in the TLS handshake, and the exchange with ${peer?.name ?? 'the API'} then broke in its frames. The API speaks HTTP/2 and HTTP/1.1 alike, so it is mostly something that opens TLS on the way (a proxy, a firewall, an antivirus, a gateway) and passes on the offer of HTTP/2 without speaking it well. Clients of Go and Java and \`curl\` take HTTP/2 where it is offered; the SDKs for Python and TypeScript speak HTTP/1.1.`,
  remedies: () => [
    {
      action: 'Compare the two: 401 means that the way is open, and a line that fails names the protocol.',
      run: [1.1, 2]
        .map(
          (version) =>
            `curl -sS --http${version} -o /dev/null -w '%{http_code} over HTTP/%{http_version}\\n' https://api.anthropic.com/v1/models`,
        )
        .join('\n'),
    },
    { action: 'Go: let the program speak HTTP/1.1.', run: 'export GODEBUG=http2client=0' },
    {
      action:
        'Java: set `protocols(listOf(Protocol.HTTP_1_1))` on the OkHttp client. Python: leave out `http2=True` of `DefaultHttpxClient`. Node: leave out `allowH2` of the undici agent.',
    },
    {
      action: 'Have whoever runs the proxy or the firewall pass HTTP/2 on, or take `h2` out of what it offers (ALPN).',
    },
  ],
  docs: pages.claudeCodeNetwork,
});
