import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';

/** The body of the request did not arrive in time. */
export const requestBodyTimeout = defineCause({
  id: 'request-body-timeout',
  title: 'The request body did not arrive in time',
  locus: 'network',
  retry: 'yes',
  signs: [
    { code: 'request_body_timeout' },
    { says: 'request_body_timeout' },
    { says: ['timed out', 'reading the request body'], certainty: 'likely', shared: true },
    { says: ['timeout', 'reading request body'], certainty: 'likely', shared: true },
  ],
  explain: () =>
    'The API received the head of the request and then waited too long for its body. The upload was slow or stalled, a proxy held it back, or `content-length` announces more bytes than were sent. The request was not carried out.',
  remedies: () => [
    { action: 'Send the request again; it was not carried out.' },
    { action: 'Make the body smaller: upload documents and images once with the Files API and refer to them by id.' },
    {
      action:
        'Do not set `content-length` by hand, and write the body in one go rather than from a stream that can stall.',
    },
    { action: 'If it happens again, measure the way to the API from this host.', run: 'faultline doctor' },
  ],
  docs: pages.errors,
});
