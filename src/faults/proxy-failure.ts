import { defineFault } from '../core/fault.ts';

/** Refuses as a proxy. */
export const proxyFailure = defineFault({
  id: 'proxy-failure',
  cause: 'proxy-failure',
  summary: 'Refuses as a proxy',
  deed: {
    kind: 'foreign',
    status: 403,
    headers: { 'content-type': 'text/plain', via: '1.1 proxy (squid)', 'x-squid-error': 'ERR_ACCESS_DENIED 0' },
    body: 'Access Denied: the proxy does not allow this request.',
  },
});
