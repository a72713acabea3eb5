import type { CauseExamples } from '../examples.ts';

/** Reports of a wrong clock, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Post "https://api.anthropic.com/v1/messages": tls: failed to verify certificate: x509: certificate has expired or is not yet valid: current time 2020-01-01T00:03:10Z is before 2026-06-11T00:00:00Z',
    },
    {
      text: 'APIConnectionError: Connection error. cause: Error: certificate is not yet valid, code: CERT_NOT_YET_VALID, @anthropic-ai/sdk',
      facts: { errno: 'CERT_NOT_YET_VALID' },
    },
    {
      text: 'anthropic.APIConnectionError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: certificate is not yet valid (_ssl.c:997)',
    },
  ],
  spares: [
    { text: 'Error: certificate has expired (CERT_HAS_EXPIRED) at https://api.anthropic.com', cause: 'tls-failure' },
    { text: 'x509: certificate signed by unknown authority https://api.anthropic.com', cause: 'tls-untrusted' },
  ],
};
