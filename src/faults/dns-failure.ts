import { defineFault } from '../core/fault.ts';

/** Has an address whose name does not resolve. */
export const dnsFailure = defineFault({
  id: 'dns-failure',
  cause: 'dns-failure',
  summary: 'Has an address whose name does not resolve',
  deed: { kind: 'door', how: 'unresolvable' },
});
