import { defineFault } from '../core/fault.ts';

/** Asks for credentials as a proxy. */
export const proxyCredentialsMissing = defineFault({
  id: 'proxy-credentials-missing',
  cause: 'proxy-credentials-missing',
  summary: 'Asks for credentials as a proxy',
  seenAs: ['proxy-credentials-missing', 'connection-reset'],
  deed: {
    kind: 'foreign',
    status: 407,
    headers: { 'content-type': 'text/html', 'proxy-authenticate': 'Basic realm="proxy"' },
    body: '<html><head><title>407 Proxy Authentication Required</title></head></html>',
  },
});
