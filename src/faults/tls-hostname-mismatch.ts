import { defineFault } from '../core/fault.ts';

/** Shows a certificate for another host. */
export const tlsHostnameMismatch = defineFault({
  id: 'tls-hostname-mismatch',
  cause: 'tls-hostname-mismatch',
  summary: 'Shows a certificate for another host',
  deed: { kind: 'door', how: 'tls-wrong-host' },
});
