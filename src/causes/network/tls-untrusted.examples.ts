import type { CauseExamples } from '../examples.ts';

/** Reports of an untrusted certificate, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: `  ⎿  API Error (Connection error.) · Retrying in 2 seconds… (attempt 2/10)
    ⎿  Error (self signed certificate in certificate chain) (SELF_SIGNED_CERT_IN_CHAIN)`,
      facts: { errno: 'SELF_SIGNED_CERT_IN_CHAIN' },
    },
    {
      text: `httpcore.ConnectError: [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1006)

anthropic.APIConnectionError: Connection error.`,
    },
    {
      text: 'Post "https://api.anthropic.com/v1/messages": tls: failed to verify certificate: x509: certificate signed by unknown authority',
    },
    {
      text: `Caused by: javax.net.ssl.SSLHandshakeException: PKIX path building failed: sun.security.provider.certpath.SunCertPathBuilderException: unable to find valid certification path to requested target
	at com.anthropic.client.okhttp.OkHttpClient.execute`,
    },
    {
      text: 'curl: (60) SSL certificate problem: unable to get local issuer certificate (https://api.anthropic.com/v1/messages)',
    },
    {
      text: 'Unable to connect to API: Self-signed certificate detected. Check your proxy or corporate SSL certificates · Claude Code',
    },
    {
      text: `System.Net.Http.HttpRequestException: The SSL connection could not be established, see inner exception.
 ---> System.Security.Authentication.AuthenticationException: The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot
   at Anthropic.Client`,
    },
    {
      text: 'error sending request for url (https://api.anthropic.com/v1/messages): invalid peer certificate: UnknownIssuer',
    },
    {
      text: 'Anthropic::Errors::APIConnectionError: SSL_connect returned=1 errno=0 state=error: certificate verify failed (self-signed certificate in certificate chain)',
    },
    {
      text: 'cURL error 60: SSL certificate problem: self-signed certificate in certificate chain for https://api.anthropic.com/v1/messages',
    },
    {
      text: 'OSError: Could not find a suitable TLS CA certificate bundle, invalid path: /etc/ssl/corp.pem (anthropic client)',
    },
  ],
  spares: [
    { text: 'Error: certificate has expired, code: CERT_HAS_EXPIRED, host api.anthropic.com', cause: 'tls-failure' },
    {
      text: "Error [ERR_TLS_CERT_ALTNAME_INVALID]: Hostname/IP does not match certificate's altnames: Host: api.anthropic.com. is not in the cert's altnames",
      cause: 'tls-hostname-mismatch',
    },
    {
      text: 'npm error code SELF_SIGNED_CERT_IN_CHAIN, request to https://registry.npmjs.org/left-pad failed',
      cause: 'none',
    },
  ],
};
