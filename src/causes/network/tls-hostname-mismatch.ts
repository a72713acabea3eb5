import { defineCause } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer, saying, type Peer } from '../connection.ts';

const definite = [
  "Hostname/IP does not match certificate's altnames",
  'certificate is not valid for',
  'x509: certificate is valid for',
  'x509: cannot validate certificate for',
  "doesn't match either of",
  'No subject alternative DNS name matching',
  'No subject alternative names matching IP address',
  'no alternative certificate subject name matches target host name',
  'NotValidForName',
  'RemoteCertificateNameMismatch',
  ['certificate verify failed', 'hostname mismatch'],
  ['certificate verify failed', 'IP address mismatch'],
  'ERR_CERT_COMMON_NAME_INVALID',
] as const;

/** The certificate that was shown is for another host name. */
export const tlsHostnameMismatch = defineCause<Peer>({
  id: 'tls-hostname-mismatch',
  refines: 'tls-failure',
  title: 'The certificate is for another host name',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The same certificate is shown at every attempt.' }),
  signs: [
    { errno: ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH', 'ERR_CERT_COMMON_NAME_INVALID'], shared: true },
    ...saying(definite),
  ],
  recognize: recognizePeer,
  explain: (peer) =>
    `${peer?.name ?? 'The host'} showed a certificate that names other hosts, so the program cannot know to whom it speaks and sent nothing. A gateway reached by an IP address or an internal name, a login page of the network, or a DNS or \`hosts\` entry that points elsewhere does this.`,
  remedies: () => [
    {
      action: 'See which names the certificate holds.',
      run: 'openssl s_client -connect api.anthropic.com:443 -servername api.anthropic.com </dev/null 2>/dev/null | openssl x509 -noout -subject -ext subjectAltName',
    },
    { action: 'Call the gateway by a name that its certificate holds, never by its address.' },
    {
      action:
        'Remove a `hosts` entry or DNS override for the API, and open a web page to see whether the network wants a login first.',
      run: 'grep -i anthropic /etc/hosts',
    },
  ],
  docs: pages.claudeCodeNetwork,
});
