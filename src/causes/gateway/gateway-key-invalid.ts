import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizedInGateway } from '../recognition.ts';

/** A gateway does not accept the key that it was given for itself. */
export const gatewayKeyInvalid = defineCause({
  id: 'gateway-key-invalid',
  refines: 'api-key-invalid',
  title: 'The gateway does not accept its key',
  locus: 'gateway',
  retry: 'no',
  signs: [
    { says: 'Invalid proxy server token passed' },
    { says: 'LiteLLM Virtual Key expected' },
    { says: ['Authentication Error', 'Malformed API Key passed in'] },
    { says: ['Authentication Error', 'No api key passed in'] },
    { says: ['ExpiredTokenException', 'Authentication Error - Expired Key'] },
    { says: ['Authentication Error', 'Key is blocked. Update via'] },
    { says: '无效的令牌' },
    { says: '该令牌状态不可用' },
    { says: '该令牌已过期' },
    { says: '未提供令牌' },
    { says: ['new_api_error', 'Invalid token'] },
    { says: ['one_api_error', 'token'], status: 401 },
    { says: 'Missing x-portkey-api-key', certainty: 'likely' },
    { says: 'Invalid API Key. Error Code: 03', certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognizedInGateway(evidence, hit, undefined),
  explain: (_, { gateway }) =>
    `${gateway ?? 'The gateway'} between your program and the Claude API refused the key that your program sent to it. Such a key is issued by the gateway itself (a virtual key or token) and has nothing to do with Anthropic keys; the Claude API was never called.`,
  remedies: () => [
    {
      action:
        'Issue a new key in the gateway, and check that it is enabled, not expired, and allowed to use the model.',
    },
    {
      action: 'Send it the way the gateway expects, mostly as a bearer token.',
      run: "export ANTHROPIC_AUTH_TOKEN='...'",
    },
    {
      action: 'To call the Claude API directly, unset the base URL and use an Anthropic key.',
      run: 'unset ANTHROPIC_BASE_URL',
    },
  ],
  docs: pages.llmGateway,
});
