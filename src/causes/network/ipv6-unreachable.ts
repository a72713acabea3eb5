import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { reachTheApi, recognizePeer, type Peer } from '../connection.ts';

const address = /\[?2607:6bc0:[0-9a-f:]{1,30}\]?/i;

/** The API's IPv6 address was tried, and no route leads there. */
export const ipv6Unreachable = defineCause<Peer>({
  id: 'ipv6-unreachable',
  refines: 'connect-timeout',
  title: 'The IPv6 route leads nowhere',
  locus: 'network',
  retry: () => ({ kind: 'maybe', because: 'A retry helps only when it happens to take the IPv4 address.' }),
  signs: [
    {
      errno: ['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ETIMEDOUT', 'UND_ERR_CONNECT_TIMEOUT', 'ECONNREFUSED'],
      pattern: address,
    },
    { says: 'Network is unreachable', pattern: address },
    { says: 'No route to host', pattern: address },
    { says: ['dial tcp', 'timeout'], pattern: address },
  ],
  recognize: recognizePeer,
  explain: () =>
    "The name of the API's host resolved to an IPv6 address (`2607:6bc0::/48`), and this machine has an IPv6 address of its own but no working IPv6 route. Clients that do not fall back to IPv4 in time fail here, although IPv4 would work.",
  remedies: () => [
    { action: 'See whether IPv4 works: 401 means that it does.', run: reachTheApi.replace('curl ', 'curl -4 ') },
    { action: 'Node: take IPv4 addresses first.', run: 'export NODE_OPTIONS=--dns-result-order=ipv4first' },
    {
      action: 'Python: bind the client to IPv4.',
      run: "Anthropic(http_client=DefaultHttpxClient(transport=httpx2.HTTPTransport(local_address='0.0.0.0')))",
    },
    { action: 'Or repair IPv6, or turn it off for the container or VPN that lacks the route.' },
  ],
  docs: pages.ipAddresses,
});
