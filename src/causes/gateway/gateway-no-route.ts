import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A gateway has nobody to hand the call to. */
export const gatewayNoRoute = defineCause<string | undefined>({
  id: 'gateway-no-route',
  refines: 'service-unavailable',
  title: 'The gateway has nowhere to send the call',
  locus: 'gateway',
  retry: () => ({
    kind: 'maybe',
    because:
      'Accounts and deployments come back after their cool-down; a model that the gateway does not know stays unknown.',
  }),
  signs: [
    { says: ['claude', '无可用渠道'], shared: true },
    { says: '无可用渠道', certainty: 'likely', shared: true },
    { says: '没有可用渠道', certainty: 'likely', shared: true },
    { says: ['claude', 'no available channel'], shared: true },
    { says: ['claude', 'No deployments available'], shared: true },
    { says: 'No deployments available for selected model', shared: true, certainty: 'likely' },
    { says: 'No available Claude accounts' },
    { says: ['claude', 'No available accounts'], unless: 'overloaded_error', shared: true },
    { says: 'All accounts failed or unhealthy', unless: 'overloaded_error' },
    { says: '无可用的账号', certainty: 'likely' },
    { says: ['claude', 'No endpoints found'], shared: true },
    { says: ['claude', 'No allowed providers are available'], shared: true },
    { says: 'model_not_found (new_api_error)', certainty: 'likely' },
    { says: ['claude', 'no healthy deployment'], shared: true },
    { says: ['claude', 'auth_unavailable: no auth available'], shared: true },
    { says: ['claude', 'No healthy upstream providers'], shared: true },
    { says: ['claude', 'All providers failed'], certainty: 'likely' },
    { says: 'failed to get config for provider', certainty: 'likely' },
    { says: ['no keys found', 'provider: anthropic'], certainty: 'likely' },
  ],
  recognize: (evidence, { sign, quote }) => ({
    certainty: sign.certainty ?? 'proven',
    because: [quote],
    details: evidence.gateway,
  }),
  explain: (gateway, { model }) =>
    `${gateway === undefined ? 'The gateway' : `\`${gateway}\``} that the base URL names answered itself: it has no account, channel or deployment free${model === undefined ? '' : ` for \`${model}\``}, or none that allows what the request asks. The call never reached the API.`,
  remedies: () => [
    {
      action: 'Ask the gateway which models it offers, and write the name as it does.',
      run: 'curl -sS "$ANTHROPIC_BASE_URL/v1/models" -H "Authorization: Bearer $ANTHROPIC_AUTH_TOKEN"',
    },
    {
      action:
        'In the gateway, add a channel or account for this model to the group of your token, or end its cool-down after earlier errors.',
    },
    {
      action: 'If you do not run the gateway, tell its operator, or call the API directly.',
      run: 'unset ANTHROPIC_BASE_URL',
    },
  ],
  docs: pages.llmGateway,
});
