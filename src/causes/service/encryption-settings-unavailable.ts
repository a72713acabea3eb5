import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { waitAsTold } from '../retry.ts';

/** The encryption settings of the workspace could not be read. */
export const encryptionSettingsUnavailable = defineCause({
  id: 'encryption-settings-unavailable',
  refines: 'service-unavailable',
  title: 'The encryption settings of the workspace could not be read',
  locus: 'service',
  retry: (evidence) => waitAsTold(evidence, 'It is transient and takes minutes rather than seconds.', 'yes'),
  signs: [{ code: 'cmek_context_unavailable' }, { says: 'CMEKContextUnavailableError' }],
  explain: () =>
    'The API could not read how the data of this workspace is to be encrypted, and refused the request rather than handle the data without knowing. That is a passing fault of the service: neither the request nor your key is at fault.',
  remedies: () => [
    { action: 'Retry in a few minutes.' },
    { action: 'Look at status.claude.com, and contact support with the request id if it lasts.' },
  ],
  docs: pages.customerManagedKeys,
});
