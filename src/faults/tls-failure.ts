import { defineFault } from '../core/fault.ts';

/** Speaks only versions of TLS that are given up. */
export const tlsFailure = defineFault({
  id: 'tls-failure',
  cause: 'tls-failure',
  summary: 'Speaks only versions of TLS that are given up',
  deed: { kind: 'door', how: 'tls-old-protocol' },
});
