import { defineFault } from '../core/fault.ts';

/** Answers as a gateway that cannot translate the call. */
export const gatewayTranslation = defineFault({
  id: 'gateway-translation',
  cause: 'gateway-translation',
  summary: 'Answers as a gateway that cannot translate the call',
  deed: {
    kind: 'foreign',
    status: 500,
    headers: { 'content-type': 'application/json' },
    body: '{"error":{"message":"litellm.UnsupportedParamsError: anthropic does not support parameters: [\'logit_bias\'], for model=claude-sonnet-5.","type":"None","param":"None","code":"500"}}',
  },
});
