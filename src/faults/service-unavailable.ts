import { defineFault } from '../core/fault.ts';

/** Answers 503 with a page in place of JSON. */
export const serviceUnavailable = defineFault({
  id: 'service-unavailable',
  cause: 'service-unavailable',
  summary: 'Answers 503 with a page in place of JSON',
  deed: {
    kind: 'foreign',
    status: 503,
    headers: { 'content-type': 'text/html' },
    body: '<html>\n<head><title>503 Service Temporarily Unavailable</title></head>\n<body><center><h1>503 Service Temporarily Unavailable</h1></center></body>\n</html>\n',
  },
});
