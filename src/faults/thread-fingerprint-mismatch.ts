import { defineFault } from '../core/fault.ts';

/** Finds a field changed within a thread. */
export const threadFingerprintMismatch = defineFault({
  id: 'thread-fingerprint-mismatch',
  cause: 'thread-fingerprint-mismatch',
  summary: 'Finds a field changed within a thread',
  deed: {
    kind: 'error',
    status: 400,
    type: 'invalid_request_error',
    code: 'thread_fingerprint_mismatch',
    message: 'The request does not fit its thread: system',
  },
});
