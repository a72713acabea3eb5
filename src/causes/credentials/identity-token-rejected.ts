import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The exchange of an identity token for an access token was refused. */
export const identityTokenRejected = defineCause({
  id: 'identity-token-rejected',
  refines: 'api-key-invalid',
  title: 'The identity token was not accepted in exchange for an access token',
  locus: 'credentials',
  retry: 'no',
  signs: [
    { says: 'Token exchange failed with status', pattern: /anthropic|WorkloadIdentity|request-id|claude/i },
    { says: 'WorkloadIdentityError', certainty: 'likely' },
    { says: 'Authentication failed', pattern: /\/v1\/oauth\/token|jwt-bearer|federation_rule_id|fdrl_/ },
    { says: ['Identity token is', 'exceeds the', 'assertion limit'] },
    { says: ['Token endpoint returned non-JSON response'], certainty: 'likely' },
  ],
  explain: () =>
    'The SDK exchanges the identity token of your workload for a short-lived access token, and the token endpoint refused the exchange. It says no more than that authentication failed, on purpose; the reason is shown in the Claude Console, at the federation rule: issuer, audience, subject or a claim does not match, the token is expired or not signed with RSA or ECDSA, or the service account has no place in the workspace.',
  remedies: () => [
    { action: 'Open the federation rule in the Claude Console, and read the reason of the last refused exchange.' },
    {
      action: 'Compare `iss`, `aud`, `sub` and `exp` of the token with the rule.',
      run: `cut -d. -f2 "$ANTHROPIC_IDENTITY_TOKEN_FILE" | tr '_-' '/+' | base64 -d 2>/dev/null`,
    },
    { action: 'Check that the organization, the service account and the workspace that are sent belong together.' },
    { action: 'Set the clock of the machine right: a token from the future is refused like an expired one.' },
  ],
  docs: pages.workloadIdentity,
});
