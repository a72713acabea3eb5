import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** A file has passed its `expires_at`. */
export const fileExpired = defineCause({
  id: 'file-expired',
  refines: 'file-not-found',
  title: 'The file has expired',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'file_expired' },
    { says: ['error_code', 'file_expired'] },
    { says: ['file_', 'has expired'], type: 'not_found_error', certainty: 'likely' },
  ],
  explain: () =>
    'The file that the request refers to had an expiry date (`expires_at`), and the date has passed. The file and its content are gone; its id stays unusable.',
  remedies: () => [
    { action: 'Upload the file again, with a later expiry or with none, and send the new `file_id`.' },
    {
      action:
        'Store `expires_at` beside each `file_id`, and renew files before a job or a conversation that outlives them.',
    },
  ],
  docs: pages.files,
});
