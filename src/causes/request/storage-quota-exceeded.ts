import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The file storage of the organization is full. */
export const storageQuotaExceeded = defineCause({
  id: 'storage-quota-exceeded',
  title: 'The file storage of the organization is full',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'storage_quota_exceeded' },
    { says: 'error_code: storage_quota_exceeded' },
    { says: 'storage_quota_exceeded', certainty: 'likely', shared: true },
    { says: ['storage', 'limit', 'files'], type: 'invalid_request_error', certainty: 'possible' },
  ],
  explain: () =>
    'The upload would take the files of the organization over its storage quota. Files stay until they are deleted or expire, so uploads that are made once per request add up without being noticed.',
  remedies: () => [
    { action: 'Delete files that are no longer used, and upload again.', run: 'client.beta.files.delete(fileId)' },
    { action: 'Upload a file once and reuse its `file_id`, and give temporary files an expiry.' },
    { action: 'If the space is really needed, ask Anthropic for a larger quota and name the request id.' },
  ],
  docs: pages.files,
});
