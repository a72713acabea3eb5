import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

/** A kept-alive connection was used again just as the other side closed it. */
export const idleConnectionReused = defineCause<Peer>({
  id: 'idle-connection-reused',
  refines: 'connection-reset',
  title: 'A connection was used again after the other side had closed it',
  locus: 'network',
  retry: () => ({
    kind: 'yes',
    because: 'The next attempt opens a new connection; the SDKs retry it twice by themselves.',
  }),
  signs: [
    ...saying(['server closed idle connection', 'transport connection broken: http: server closed']),
    ...saying(
      [
        'Server disconnected without sending a response',
        'Remote end closed connection without response',
        'NoHttpResponseException',
        'RemoteDisconnected',
        'reusedSocket: true',
      ],
      { certainty: 'likely' },
    ),
  ],
  recognize: recognizePeer,
  explain: (peer) =>
    `The program sent its request over a connection to ${peer?.name ?? 'the API'} that it had kept open from an earlier call, and the other side had just closed it for being idle. Nothing was answered. It strikes calls that come after a pause, the more so where a proxy or NAT drops idle connections early.`,
  remedies: () => [
    { action: 'Let the SDK retry (`maxRetries` above 0, Python `max_retries`), which opens a new connection.' },
    {
      action: 'Give up idle connections before the other side does, after 30 seconds or less.',
      run: 'Anthropic(http_client=DefaultHttpxClient(limits=httpx2.Limits(keepalive_expiry=30)))\nnew Anthropic({ fetchOptions: { dispatcher: new Agent({ keepAliveTimeout: 30_000 }) } })',
    },
    { action: 'Make one client and use it for all calls; in a serverless function, do not carry it over a freeze.' },
  ],
  docs: pages.sdks,
  consequenceOf: ['proxy-failure', 'proxy-credentials-missing'],
  settledBy: [
    {
      from: 'connection-reset',
      test: 'Note the time since the last call on the same client: a pause of about a minute or more before each failure means an idle connection.',
    },
  ],
});
