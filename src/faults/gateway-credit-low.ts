import { defineFault } from '../core/fault.ts';

/** Answers as a gateway whose credit is used up. */
export const gatewayCreditLow = defineFault({
  id: 'gateway-credit-low',
  cause: 'gateway-credit-low',
  summary: 'Answers as a gateway whose credit is used up',
  deed: {
    kind: 'foreign',
    status: 402,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"This request requires more credits, or fewer max_tokens. You requested up to 64000 tokens, but can only afford 1210.","code":402}}',
  },
});
