import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  'alert handshake failure',
  'ALERT_HANDSHAKE_FAILURE',
  'sslv3 alert',
  'tlsv1 alert protocol version',
  'TLSV1_ALERT_PROTOCOL_VERSION',
  'TLSV1_ALERT_INTERNAL_ERROR',
  'TLSV1_UNRECOGNIZED_NAME',
  'UNSUPPORTED_PROTOCOL',
  'WRONG_VERSION_NUMBER',
  'wrong version number',
  'UNEXPECTED_EOF_WHILE_READING',
  'EOF occurred in violation of protocol',
  'UNSAFE_LEGACY_RENEGOTIATION_DISABLED',
  'DH_KEY_TOO_SMALL',
  'EE certificate key too weak',
  'CA_MD_TOO_WEAK',
  'certificate has expired',
  'certificate is expired',
  'tls: handshake failure',
  'remote error: tls:',
  'first record does not look like a TLS handshake',
  'server gave HTTP response to HTTPS client',
  'Received fatal alert',
  'Remote host terminated the handshake',
  'Unsupported or unrecognized SSL message',
  'No appropriate protocol',
  'SSL_ERROR_SYSCALL',
  'CRYPT_E_NO_REVOCATION_CHECK',
  'CRYPT_E_REVOCATION_OFFLINE',
  'schannel: failed',
  'schannel: next InitializeSecurityContext failed',
  "Can't connect to HTTPS URL because the SSL module is not available",
  'received corrupt message of type InvalidContentType',
  'curl: (35)',
  'cURL error 35:',
  'ERR_SSL_PROTOCOL_ERROR',
  'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
] as const;
const likely = [
  'before secure TLS connection was established',
  'SSLHandshakeException',
  'TLS handshake timeout',
  'handshake operation timed out',
  'The SSL connection could not be established',
  'SSL_connect returned',
  'Secure Connection Failed',
  'plain HTTP request was sent to HTTPS port',
  'a secure connection to the server cannot be made',
  'Could not create SSL/TLS secure channel',
  'Authentication failed, see inner exception',
] as const;
const untrusted = [
  'PKIX path',
  'self-signed certificate',
  'self signed certificate',
  'unable to get local issuer',
  'unknown authority',
  'remote certificate is invalid',
];

/** The TLS handshake failed for another reason than an untrusted issuer. */
export const tlsFailure = defineCause<Peer>({
  id: 'tls-failure',
  title: 'The TLS handshake failed',
  locus: 'network',
  retry: ({ reading }) =>
    /before secure TLS|handshake (?:operation )?time|SSL_ERROR_SYSCALL|UNEXPECTED_EOF|violation of protocol/i.test(
      reading?.flat ?? '',
    )
      ? {
          kind: 'maybe',
          because:
            'The handshake was cut off: a passing fault heals, a firewall that does it at every attempt does not.',
        }
      : { kind: 'no', because: 'Both sides will disagree in the same way at the next attempt.' },
  signs: [
    {
      errno: [
        'CERT_HAS_EXPIRED',
        'ERR_CERT_DATE_INVALID',
        'ERR_SSL_PROTOCOL_ERROR',
        'ERR_SSL_VERSION_OR_CIPHER_MISMATCH',
      ],
      shared: true,
    },
    {
      errno: [
        'EPROTO',
        'ERR_SSL_WRONG_VERSION_NUMBER',
        'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
        'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE',
        'ERR_SSL_UNSUPPORTED_PROTOCOL',
        'ERR_TLS_HANDSHAKE_TIMEOUT',
      ],
      unless: untrusted,
      shared: true,
    },
    ...saying(definite, { unless: untrusted }),
    ...saying(likely, { unless: untrusted, certainty: 'likely' }),
  ],
  recognize: recognizePeer,
  explain: (peer, { reading }) => {
    const flat = reading?.flat ?? '';
    const where = peer?.name ?? 'the API';
    if (
      /wrong.version.number|first record does not look|HTTP response to HTTPS|InvalidContentType|Unsupported or unrecognized SSL/i.test(
        flat,
      )
    ) {
      return `The program began a TLS handshake with ${where}, and what answered does not speak TLS. Most often a proxy variable or base URL says \`https://\` for something that listens with plain HTTP.`;
    }
    if (/expired/i.test(flat)) {
      return `The certificate that ${where} showed is past its last day by the clock of this machine. The API renews its certificate well before; so this clock is wrong, or a proxy shows an expired certificate of its own.`;
    }
    if (/protocol.version|UNSUPPORTED_PROTOCOL|No appropriate protocol/i.test(flat)) {
      return `This program and ${where} found no TLS version that both accept. The API wants TLS 1.2 or newer, so the TLS library here is too old or configured to older versions, or a middlebox speaks for it.`;
    }
    return `The TLS handshake with ${where} failed before any request was sent. Usual reasons are a firewall or proxy that cuts or changes the handshake, an old TLS library, and a wrong clock.`;
  },
  remedies: (_, { reading }) => [
    ...(/wrong.version.number|first record|HTTP response to HTTPS|InvalidContentType/i.test(reading?.flat ?? '')
      ? [
          {
            action: 'Write `http://` in the proxy variable or base URL when the proxy or gateway has no certificate.',
            run: 'export HTTPS_PROXY=http://proxy.example.com:8080',
          },
        ]
      : []),
    {
      action: 'See how far the handshake comes and whose certificate is shown.',
      run: 'openssl s_client -connect api.anthropic.com:443 -servername api.anthropic.com </dev/null',
    },
    { action: 'Check the clock of the machine or container against UTC.', run: 'date -u' },
    {
      action:
        'Update the runtime and its TLS library (OpenSSL 1.1.1 or newer), then try from another network to see whether a firewall interferes.',
    },
  ],
  docs: pages.claudeCodeNetwork,
  consequenceOf: ['tls-untrusted', 'tls-interception', 'proxy-failure'],
});
