import type { CauseExamples } from '../examples.ts';

/** Reports that name the product that inspects TLS, and look-alikes. */
export const examples: CauseExamples = {
  matches: [
    {
      text: 'Behind Zscaler on a company laptop: Error: self-signed certificate in certificate chain (SELF_SIGNED_CERT_IN_CHAIN) calling api.anthropic.com',
      facts: { errno: 'SELF_SIGNED_CERT_IN_CHAIN' },
    },
    {
      text: `anthropic.APIConnectionError: Connection error. [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: unable to get local issuer certificate (_ssl.c:1000)
$ openssl s_client -connect api.anthropic.com:443 | grep issuer
issuer=C=US, O=Netskope Inc, CN=ca.example.goskope.com`,
    },
    {
      text: 'x509: certificate signed by unknown authority; issuer: CN=FortiGate CA (Post "https://api.anthropic.com/v1/messages")',
    },
    {
      text: 'Claude Code: unable to get local issuer certificate. The chain ends in "Palo Alto Networks Forward Trust".',
    },
  ],
  spares: [
    {
      text: `Traceback (most recent call last):
  File "/home/avg/app.py", line 3, in <module>
anthropic.APIConnectionError: Connection error. [SSL: CERTIFICATE_VERIFY_FAILED] certificate verify failed: self-signed certificate in certificate chain (_ssl.c:1000)`,
      cause: 'tls-untrusted',
    },
    {
      text: 'norton@laptop:~$ node ask-claude.mjs\nError: self-signed certificate in certificate chain calling https://api.anthropic.com/v1/messages',
      cause: 'tls-untrusted',
    },
    {
      text: 'Error: self-signed certificate in certificate chain calling https://api.anthropic.com/v1/messages',
      cause: 'tls-untrusted',
    },
    {
      text: '<html><title>Zscaler</title>This website has been blocked by your organization. api.anthropic.com</html>',
      cause: 'firewall-blocked',
    },
  ],
};
