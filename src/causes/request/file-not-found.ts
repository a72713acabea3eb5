import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { captured } from '../details.ts';
import { recognized } from '../recognition.ts';

interface Missing {
  readonly fileId: string | undefined;
}

const fileId = /\b(file_[A-Za-z0-9]+)/;
const notFound = /\bFile\s+(?:with\s+id\s+)?[`'"\\]*file_[A-Za-z0-9]+[`'"\\]*\s+(?:was\s+)?not\s+found/i;

/** A `file_id` names no file that this workspace may use. */
export const fileNotFound = defineCause<Missing>({
  id: 'file-not-found',
  title: 'A `file_id` names no file that can be used',
  locus: 'request',
  retry: 'no',
  signs: [
    { says: ['file_', 'not found'], pattern: notFound },
    { says: ['file with id file_', 'not found'] },
    { says: 'file file_', type: 'not_found_error' },
    { says: ['file_id', 'not found'], type: ['not_found_error', 'invalid_request_error'], certainty: 'likely' },
    { says: ['file not found: file_'], certainty: 'likely' },
    { says: 'file not found', type: 'not_found_error', certainty: 'likely' },
    { says: ['file_id', 'does not exist'], certainty: 'likely' },
  ],
  recognize: (evidence, hit) => recognized(hit, { fileId: captured(evidence, fileId) }),
  explain: (missing) => {
    const which = missing?.fileId === undefined ? 'a file' : `\`${missing.fileId}\``;
    return `The request refers to ${which}, and the workspace of the credential that made the call has no such file. Files belong to a workspace: one that was deleted, has expired, or was uploaded with a key of another workspace or on another platform counts as not found.`;
  },
  remedies: (missing) => [
    {
      action: 'List the files of the workspace with the same key as the call.',
      run: 'curl https://api.anthropic.com/v1/files -H "x-api-key: $ANTHROPIC_API_KEY" -H "anthropic-version: 2023-06-01" -H "anthropic-beta: files-api-2025-04-14"',
    },
    {
      action: `Upload the file again and send its new id${missing?.fileId === undefined ? '' : ` in place of \`${missing.fileId}\``}.`,
    },
    {
      action:
        'In long conversations, replace references to deleted files in older turns too; the whole history is checked.',
    },
  ],
  docs: pages.files,
});
