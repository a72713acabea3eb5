import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

const notTrust = [
  'certificate has expired',
  'certificate is not yet valid',
  'hostname mismatch',
  'not match',
  'unable to tunnel',
];
const definite = [
  'self-signed certificate',
  'self signed certificate',
  'unable to get local issuer certificate',
  'unable to get issuer certificate',
  'unable to verify the first certificate',
  'certificate signed by unknown authority',
  'PKIX path building failed',
  'unable to find valid certification path',
  'CertPathValidatorException',
  'invalid peer certificate: UnknownIssuer',
  'SSL certificate verification failed',
  'SSL certificate problem: unable to get',
  'the remote certificate is invalid',
  'UntrustedRoot',
  'PartialChain',
  'certificate is not trusted',
  'not trusted by the trust provider',
  'SSL peer certificate or SSH remote key was not OK',
  'unknown certificate verification error',
  'Could not find a suitable TLS CA certificate bundle',
  'error setting certificate verify locations',
  'error adding trust anchors',
  'unable to load client cert',
  'Missing Authority Key Identifier',
  'Basic Constraints of CA cert not marked critical',
  'curl: (60)',
  'cURL error 60:',
  'curl: (77)',
  'cURL error 77:',
  'issuer is unknown',
  'Could not establish trust relationship',
  'The certificate for this server is invalid',
  'Self-signed certificate detected',
  'unknown_ca',
  'TLSV1_ALERT_UNKNOWN_CA',
  'tlsv1 alert unknown ca',
] as const;

/** The chain of certificates that was shown does not end in one that this program trusts. */
export const tlsUntrusted = defineCause<Peer>({
  id: 'tls-untrusted',
  title: 'The certificate chain is not trusted',
  locus: 'network',
  retry: () => ({
    kind: 'no',
    because: 'The same certificate is shown at every attempt. The SDKs retry it all the same, which only takes time.',
  }),
  signs: [
    {
      errno: [
        'SELF_SIGNED_CERT_IN_CHAIN',
        'DEPTH_ZERO_SELF_SIGNED_CERT',
        'UNABLE_TO_GET_ISSUER_CERT',
        'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
        'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
        'CERT_UNTRUSTED',
        'CERT_SIGNATURE_FAILURE',
        'ERR_CERT_AUTHORITY_INVALID',
        'UNKNOWN_CERTIFICATE_VERIFICATION_ERROR',
      ],
      shared: true,
    },
    // Without the reason behind it, it can as well be an expired certificate or one for another name.
    { errno: 'CERTIFICATE_VERIFY_FAILED', unless: notTrust, shared: true, certainty: 'likely' },
    { says: 'certificate verify failed', unless: notTrust, shared: true, certainty: 'likely' },
    ...saying(definite, { unless: notTrust }),
    { says: ['load_verify_locations', 'FileNotFoundError'], shared: true, certainty: 'likely' },
  ],
  retold: [
    '证书不受信任',
    '自签名证书',
    '证书验证失败',
    '証明書の検証',
    '自己署名',
    'certificado autofirmado',
    'selbstsigniertes zertifikat',
    'certificat auto-signé',
    'самоподписанный',
    ['certificate', 'cannot be verified'],
    ['certificate', 'could not be verified'],
    ['certificate', "can't be verified"],
    ['certificate', 'not trusted'],
    ['certificate', 'untrusted'],
    'self-signed certificate',
    'certificate verification failed',
    'SSL certificate problem',
    'certificate problem',
    'certificate error',
    'problema de certificado',
    'zertifikatsfehler',
  ],
  recognize: recognizePeer,
  explain: (peer) => {
    const where = peer?.name ?? 'the API';
    const code = peer?.errno === undefined ? '' : ` (\`${peer.errno}\`)`;
    return `${where === 'the API' ? 'The other side' : where} showed a certificate whose issuer this program does not trust${code}, so it closed the connection and sent nothing. The API's own certificate comes from a public authority; one that is self-signed or unknown was put in by something that inspects TLS between here and there (a company proxy, a security product, a debugging proxy), or this runtime has no list of authorities.`;
  },
  remedies: () => [
    {
      action:
        'See who issued the certificate: a name other than a public authority is the product that inspects the traffic.',
      run: 'openssl s_client -connect api.anthropic.com:443 -servername api.anthropic.com </dev/null 2>/dev/null | openssl x509 -noout -issuer',
    },
    {
      action:
        'Get its root certificate from IT as a PEM file and name it before the program starts (Node and Claude Code: the first; Python: the second).',
      run: 'export NODE_EXTRA_CA_CERTS=/path/to/corporate-root.pem\nexport SSL_CERT_FILE=/path/to/corporate-root.pem REQUESTS_CA_BUNDLE=/path/to/corporate-root.pem',
    },
    {
      action:
        'Where the system already trusts it, let the runtime use the store of the system (Node 22.15 or newer: the option; Python: the package `truststore`; Java: `-Djavax.net.ssl.trustStoreType=Windows-ROOT`).',
      run: 'export NODE_OPTIONS=--use-system-ca',
    },
    {
      action:
        'In a slim container, install the public authorities. Do not turn verification off: the API key would go to whoever asks.',
      run: 'apt-get install -y ca-certificates   # Alpine: apk add ca-certificates',
    },
  ],
  docs: pages.claudeCodeNetwork,
});
