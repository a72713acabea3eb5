import { defineFault } from '../core/fault.ts';

/** Has an address on which nothing listens. */
export const connectionRefused = defineFault({
  id: 'connection-refused',
  cause: 'connection-refused',
  summary: 'Has an address on which nothing listens',
  deed: { kind: 'door', how: 'refused' },
});
