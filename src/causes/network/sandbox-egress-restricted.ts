import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The request came from a Claude sandbox whose network access is restricted. */
export const sandboxEgressRestricted = defineCause({
  id: 'sandbox-egress-restricted',
  refines: 'firewall-blocked',
  title: 'The Claude sandbox may not make this call',
  locus: 'network',
  retry: 'no',
  signs: [{ code: 'sandbox_egress_restricted' }, { says: 'SandboxEgressRestrictedError' }],
  explain: () =>
    'The request came from inside a Claude sandbox (a code execution container or a cloud session) with restricted network access, and the API does not take this request from there. The same request from another place would be judged on its own.',
  remedies: () => [
    { action: 'Send the request from outside the sandbox.' },
    { action: 'Or give the session a network policy with unrestricted access, and start it anew.' },
  ],
  docs: pages.errors,
});
