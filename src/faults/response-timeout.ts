import { defineFault } from '../core/fault.ts';

/** Never answers. */
export const responseTimeout = defineFault({
  id: 'response-timeout',
  cause: 'response-timeout',
  summary: 'Never answers',
  deed: { kind: 'wire', how: 'silence-before-answer' },
});
