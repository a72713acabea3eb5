import { defineFault } from '../core/fault.ts';

/** Refuses half a character. */
export const jsonLoneSurrogate = defineFault({
  id: 'json-lone-surrogate',
  cause: 'json-lone-surrogate',
  summary: 'Refuses half a character',
  deed: {
    kind: 'request',
    body: '{"model":"claude-sonnet-4-6","max_tokens":256,"messages":[{"role":"user","content":"\\ud83d"}]}',
  },
});
