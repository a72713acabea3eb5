import { defineFault } from '../core/fault.ts';

/** Does not hand out the file. */
export const fileNotDownloadable = defineFault({
  id: 'file-not-downloadable',
  cause: 'file-not-downloadable',
  summary: 'Does not hand out the file',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'File file_011CFaultline is not downloadable',
  },
});
