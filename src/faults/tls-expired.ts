import { defineFault } from '../core/fault.ts';

/** Shows a certificate that has expired. */
export const tlsExpired = defineFault({
  id: 'tls-expired',
  cause: 'tls-failure',
  summary: 'Shows a certificate that has expired',
  seenAs: ['tls-failure', 'clock-skew'],
  deed: { kind: 'door', how: 'tls-expired' },
});
