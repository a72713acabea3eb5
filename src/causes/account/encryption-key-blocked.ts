import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** Network controls of the key management service keep Anthropic from the encryption key. */
export const encryptionKeyBlocked = defineCause({
  id: 'encryption-key-blocked',
  title: 'Network controls keep Anthropic from your encryption key',
  locus: 'account',
  retry: () => ({
    kind: 'no',
    because: 'It heals when the network controls of the key management service let the call through.',
  }),
  signs: [{ code: 'cmek_key_network_blocked' }, { says: 'CMEKKeyNetworkBlockedError' }],
  explain: () =>
    'The workspace of this request encrypts its data with a key that your organization manages, and the network access controls of the key management service blocked the call that asked for it. The key itself may be in good health.',
  remedies: () => [
    { action: 'Find the refused call in the audit log of the key management service, and read which rule blocked it.' },
    {
      action:
        'Allow the outbound addresses of Anthropic in the firewall, private endpoint or service perimeter of the key (160.79.104.0/21).',
    },
  ],
  docs: pages.customerManagedKeys,
});
