import type { CauseExamples } from '../examples.ts';

/** Reports of a profile that cannot be used, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'AnthropicError: Profile "staging" could not be resolved (no /home/ada/.config/anthropic/configs/staging.json found).',
    },
    {
      text: 'anthropic.AnthropicError: ANTHROPIC_PROFILE names the profile "ci", but /home/app/.config/anthropic/configs/ci.json does not exist. Set ANTHROPIC_PROFILE to a profile that exists, or unset it.',
    },
    {
      text: "WorkloadIdentityError: oidc_federation config requires 'federation_rule_id'. Set ANTHROPIC_FEDERATION_RULE_ID or config.federation_rule_id.",
    },
    {
      text: 'WorkloadIdentityError: Credentials file at /srv/.config/anthropic/credentials/default.json is group/world-readable (mode 0o644); run `chmod 600 /srv/.config/anthropic/credentials/default.json` before retrying.',
    },
  ],
  spares: [
    {
      text: 'WorkloadIdentityError: Token exchange failed with status 401 (request-id req_011CExampleProfile1): Authentication failed',
      cause: 'identity-token-rejected',
    },
    {
      text: 'Error: Could not resolve authentication method. Expected one of apiKey, authToken, credentials, config, or profile to be set.',
      cause: 'api-key-missing',
    },
  ],
};
