import { defineFault } from '../core/fault.ts';

/** Answers with the login page of a network. */
export const captivePortal = defineFault({
  id: 'captive-portal',
  cause: 'captive-portal',
  summary: 'Answers with the login page of a network',
  deed: {
    kind: 'foreign',
    status: 511,
    headers: { 'content-type': 'text/html' },
    body: '<html><head><title>Wi-Fi login</title></head><body>Please log in to the guest network</body></html>',
  },
});
