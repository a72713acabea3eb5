import { defineFault } from '../core/fault.ts';

/** Declines to answer. */
export const refusal = defineFault({
  id: 'refusal',
  cause: 'refusal',
  summary: 'Declines to answer',
  deed: { kind: 'ending', ending: { stopReason: 'refusal' } },
});
