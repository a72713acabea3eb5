import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The content of an uploaded file was asked for; only files that Claude made can be downloaded. */
export const fileNotDownloadable = defineCause({
  id: 'file-not-downloadable',
  refines: 'file-not-found',
  title: 'The file cannot be downloaded',
  locus: 'request',
  retry: 'no',
  signs: [
    { code: 'file_not_downloadable' },
    { says: 'file_not_downloadable' },
    { says: ['file', 'is not downloadable'], type: 'invalid_request_error' },
    { says: 'is not downloadable', certainty: 'likely' },
  ],
  explain: () =>
    'The call asks for the content of a file that the API does not hand out. Only files that Claude made, with code execution or a skill, can be downloaded (`downloadable: true`); what was uploaded can be used in messages, and not read back.',
  remedies: () => [
    {
      action: 'Download only the ids that code execution results name, and look at `downloadable` first.',
      run: 'client.beta.files.retrieveMetadata(fileId)',
    },
    { action: 'Keep your own copy of every file that you upload.' },
  ],
  docs: pages.files,
});
