import { defineFault } from '../core/fault.ts';

/** Cannot fetch a URL. */
export const urlSourceUnreachable = defineFault({
  id: 'url-source-unreachable',
  cause: 'url-source-unreachable',
  summary: 'Cannot fetch a URL',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    message: 'Unable to download the file. Please verify the URL and try again.',
  },
});
