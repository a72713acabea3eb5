import type { CauseExamples } from '../examples.ts';

/** Reports of a certificate for another name, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: "APIConnectionError: Connection error. cause: Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: IP: 10.1.2.3 is not in the cert's list, https://10.1.2.3/v1/messages @anthropic-ai/sdk",
      facts: { errno: 'ERR_TLS_CERT_ALTNAME_INVALID' },
    },
    {
      text: "anthropic.APIConnectionError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: Hostname mismatch, certificate is not valid for 'api.anthropic.com'. (_ssl.c:1006)",
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": tls: failed to verify certificate: x509: certificate is valid for portal.example.net, not api.anthropic.com',
    },
    {
      text: 'javax.net.ssl.SSLPeerUnverifiedException: No subject alternative DNS name matching api.anthropic.com found.',
    },
  ],
  spares: [
    {
      text: '[SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate (_ssl.c:1006) api.anthropic.com',
      cause: 'tls-untrusted',
    },
    { text: 'Error: certificate has expired CERT_HAS_EXPIRED api.anthropic.com', cause: 'tls-failure' },
  ],
};
