import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The customer-managed encryption key of the workspace is disabled or revoked. */
export const encryptionKeyDisabled = defineCause({
  id: 'encryption-key-disabled',
  title: "The workspace's own encryption key is disabled",
  locus: 'account',
  retry: () => ({ kind: 'no', because: 'It heals when the key is enabled again in your key management service.' }),
  signs: [{ code: 'cmek_key_disabled' }, { says: 'CMEKKeyDisabledError' }],
  explain: () =>
    'The workspace of this request encrypts its data with a key that your organization manages, and that key is disabled or revoked. Without it the API can neither store nor read what the request needs, so that it refuses the request; the request itself is in order.',
  remedies: () => [
    {
      action: 'Enable the key again in the key management service that holds it.',
      run: 'aws kms enable-key --key-id KEY_ID',
    },
    {
      action:
        'Check that the grant of Anthropic on the key was not removed, and that the key is not scheduled for deletion: lost key material cannot be recovered.',
    },
    { action: 'Send urgent work with the key of a workspace that has no encryption key of its own.' },
  ],
  docs: pages.customerManagedKeys,
});
