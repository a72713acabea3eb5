import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** The customer-managed encryption key of the workspace could not be reached. */
export const encryptionKeyUnreachable = defineCause({
  id: 'encryption-key-unreachable',
  refines: 'service-unavailable',
  title: 'The encryption key of the workspace could not be reached',
  locus: 'account',
  retry: (evidence) =>
    waitAsTold(
      evidence,
      'The key management service may answer again soon; if it does not, someone has to look at it.',
      'maybe',
    ),
  signs: [{ code: 'cmek_key_unreachable' }, { says: 'CMEKKeyUnreachableError' }],
  explain: () =>
    'The workspace of this request encrypts its data with a key that your organization manages, and the key management service did not answer when the API asked for it. The request was not judged.',
  remedies: () => [
    { action: 'Retry after a minute.' },
    {
      action: 'If it goes on, check that the key is available and its service in good health in the region of the key.',
      run: 'aws kms describe-key --key-id KEY_ID',
    },
    { action: 'Contact support with the request id if the key is in order.' },
  ],
  docs: pages.customerManagedKeys,
});
