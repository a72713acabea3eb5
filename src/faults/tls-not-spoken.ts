import { defineFault } from '../core/fault.ts';

/** Speaks plain HTTP where TLS is expected. */
export const tlsNotSpoken = defineFault({
  id: 'tls-not-spoken',
  cause: 'tls-failure',
  summary: 'Speaks plain HTTP where TLS is expected',
  deed: { kind: 'door', how: 'tls-not-spoken' },
});
