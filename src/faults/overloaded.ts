import { defineFault } from '../core/fault.ts';

/** Is overloaded. */
export const overloaded = defineFault({
  id: 'overloaded',
  cause: 'overloaded',
  summary: 'Is overloaded',
  deed: { kind: 'error', status: 529, type: 'overloaded_error', message: 'Overloaded' },
});
