import { defineFault } from '../core/fault.ts';

/** Shows a certificate that signs itself. */
export const tlsSelfSigned = defineFault({
  id: 'tls-self-signed',
  cause: 'tls-untrusted',
  summary: 'Shows a certificate that signs itself',
  deed: { kind: 'door', how: 'tls-self-signed' },
});
