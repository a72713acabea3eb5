import { defineFault } from '../core/fault.ts';

/** Shows a certificate of a security product. */
export const tlsInterception = defineFault({
  id: 'tls-interception',
  cause: 'tls-interception',
  summary: 'Shows a certificate of a security product',
  seenAs: ['tls-untrusted', 'tls-interception'],
  deed: { kind: 'door', how: 'tls-inspected' },
});
