import { defineFault } from '../core/fault.ts';

/** Shows a certificate that is not valid yet, as to a clock that is behind. */
export const clockSkew = defineFault({
  id: 'clock-skew',
  cause: 'clock-skew',
  summary: 'Shows a certificate that is not valid yet, as to a clock that is behind',
  deed: { kind: 'door', how: 'tls-not-yet-valid' },
});
