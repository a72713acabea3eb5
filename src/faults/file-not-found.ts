import { defineFault } from '../core/fault.ts';

/** Does not know the file. */
export const fileNotFound = defineFault({
  id: 'file-not-found',
  cause: 'file-not-found',
  summary: 'Does not know the file',
  deed: { kind: 'error', status: 404, type: 'not_found_error', message: 'File with id file_011CFaultline not found' },
});
