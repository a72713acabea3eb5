import { defineFault } from '../core/fault.ts';

/** Answers as a serverless host that ended the program. */
export const hostTimeLimit = defineFault({
  id: 'host-time-limit',
  cause: 'host-time-limit',
  summary: 'Answers as a serverless host that ended the program',
  deed: {
    kind: 'foreign',
    status: 504,
    headers: { 'content-type': 'text/plain', 'x-vercel-error': 'FUNCTION_INVOCATION_TIMEOUT' },
    body: 'An error occurred with your deployment\n\nFUNCTION_INVOCATION_TIMEOUT\n',
  },
});
