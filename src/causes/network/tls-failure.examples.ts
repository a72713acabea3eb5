import type { CauseExamples } from '../examples.ts';

/** Reports of a failed handshake, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Error: write EPROTO 8018F5:error:0A00010B:SSL routines:ssl3_get_record:wrong version number (https://api.anthropic.com via HTTPS_PROXY=https://proxy:8080)',
      facts: { errno: 'EPROTO' },
    },
    {
      text: 'anthropic.APIConnectionError: Connection error. [SSL: UNEXPECTED_EOF_WHILE_READING] EOF occurred in violation of protocol (_ssl.c:1000)',
    },
    { text: 'API Error: Unable to connect to API (CERT_HAS_EXPIRED), claude', facts: { errno: 'CERT_HAS_EXPIRED' } },
    { text: 'Post "https://api.anthropic.com/v1/messages": remote error: tls: handshake failure' },
    {
      text: 'Post "https://gateway.local/v1/messages": http: server gave HTTP response to HTTPS client (anthropic-sdk-go)',
    },
    {
      text: `javax.net.ssl.SSLHandshakeException: Received fatal alert: protocol_version
	at com.anthropic.client.okhttp.OkHttpClient.execute`,
    },
    { text: 'curl: (35) OpenSSL SSL_connect: SSL_ERROR_SYSCALL in connection to api.anthropic.com:443' },
    {
      text: 'Error: Client network socket disconnected before secure TLS connection was established (api.anthropic.com)',
      certainty: 'likely',
    },
    {
      text: 'curl: (35) schannel: next InitializeSecurityContext failed: CRYPT_E_NO_REVOCATION_CHECK (0x80092012) - api.anthropic.com',
    },
  ],
  spares: [
    {
      text: 'SSLHandshakeException: PKIX path building failed: unable to find valid certification path to requested target (com.anthropic)',
      cause: 'tls-untrusted',
    },
    {
      text: 'x509: certificate has expired or is not yet valid: current time 2021-01-01T00:00:12Z is before 2026-05-02T00:00:00Z (https://api.anthropic.com/v1/messages)',
      cause: 'clock-skew',
    },
    { text: 'Error: read ECONNRESET (api.anthropic.com)', cause: 'connection-reset' },
  ],
};
