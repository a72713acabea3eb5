import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

const meanings: Readonly<Record<number, string>> = {
  520: 'the origin gave an answer that makes no sense',
  521: 'the origin refused the connection',
  522: 'the connection to the origin timed out',
  523: 'the origin is unreachable',
  524: 'the origin did not answer within 100 seconds',
  525: 'the TLS handshake with the origin failed',
  526: "the origin's certificate is invalid",
  527: 'the connection to the origin was interrupted',
  530: 'the origin could not be resolved',
};
const titles = [
  'Web server is returning an unknown error',
  'Web server is down',
  'Origin is unreachable',
  'Origin DNS error',
  'A timeout occurred',
  'cloudflare_error',
  'Cloudflare could not establish a TCP connection',
  'Cloudflare Tunnel error',
];

/** Cloudflare, which stands before the host, could not get an answer from behind it. */
export const cloudflareOriginError = defineCause({
  id: 'cloudflare-origin-error',
  refines: 'service-unavailable',
  title: 'Cloudflare could not reach the service behind it',
  locus: 'service',
  retry: (evidence) => {
    const seconds = /"?retry_after"?\s{0,3}[:=]\s{0,3}(\d{1,5})\b/.exec(evidence.reading?.flat ?? '')?.[1];
    return seconds === undefined
      ? waitAsTold(evidence, 'It passes, and the SDKs retry it twice by themselves.', 'yes')
      : {
          kind: 'yes',
          waitMs: Number(seconds) * 1000,
          because: `It passes; the answer itself asks for ${seconds} seconds, more than the SDKs wait by themselves.`,
        };
  },
  signs: [
    { status: [520, 521, 522, 523, 524, 525, 526, 527, 530] },
    ...titles.map((says) => ({ says, pattern: /cloudflare/i, shared: true })),
    { says: 'error-52', pattern: /cloudflare-5xx-errors\/error-5\d\d/ },
  ],
  explain: (_, { response, reading }) => {
    const status = response?.status ?? 0;
    const meaning = meanings[status];
    const zone = /"zone"\s*:\s*"([\w.-]{3,80})"/.exec(reading?.flat ?? '')?.[1];
    return `Cloudflare${zone === undefined ? '' : `, in front of \`${zone}\`,`} answered in the place of the service${meaning === undefined ? '' : ` with ${status}: ${meaning}`}. The request reached the edge and nobody behind it. When the host is the API's own, this is an outage there; when it is a gateway, its server is down or too slow.`;
  },
  remedies: () => [
    { action: 'Send the same request again after a minute.' },
    {
      action: 'If the status is 524, stream: the edge waits 100 seconds for the first byte.',
      run: 'client.messages.stream({ ... })',
    },
    {
      action: 'If the base URL names a gateway, look there: its operator has to repair it.',
      run: 'echo "$ANTHROPIC_BASE_URL"',
    },
    { action: 'If it is the API, see whether an incident is known.', run: 'open https://status.claude.com' },
  ],
  docs: pages.status,
});
