import { defineFault } from '../core/fault.ts';

/** Shows a certificate of an authority that nobody knows. */
export const tlsUntrusted = defineFault({
  id: 'tls-untrusted',
  cause: 'tls-untrusted',
  summary: 'Shows a certificate of an authority that nobody knows',
  deed: { kind: 'door', how: 'tls-unknown-authority' },
});
