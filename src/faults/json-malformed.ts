import { defineFault } from '../core/fault.ts';

/** Refuses a body that breaks off. */
export const jsonMalformed = defineFault({
  id: 'json-malformed',
  cause: 'json-malformed',
  summary: 'Refuses a body that breaks off',
  deed: {
    kind: 'request',
    body: '{"model":"claude-sonnet-4-6","max_tokens":256,"messages":[{"role":"user","content":"Which',
  },
});
