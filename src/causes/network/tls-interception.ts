import { defineCause, type Sign } from '../../core/cause.ts';
import * as pages from '../../facts/pages.ts';
import { recognizePeer } from '../connection.ts';

const products =
  /(?<![\w/\\@])(zscaler|netskope|fortinet|forti(?:gate|guard|client|proxy)|blue ?coat|symantec web|palo alto|globalprotect|prisma access|cisco umbrella|secure web appliance|mcafee|trellix|skyhigh|forcepoint|websense|sophos|check ?point|barracuda|cato networks|iboss|menlo security|smoothwall|lightspeed|securly|goguardian|kaspersky|avast|avg|eset|bitdefender|norton|adguard|mitmproxy|charles proxy|fiddler|portswigger|burp suite|proxyman|squid|sangfor|untangle|cloudflare (?:warp|gateway|zero trust))(?![\w/\\@])|[/\\](zscaler|netskope|forti\w{0,10}|mcafee|sophos|mitmproxy|umbrella)[\w.-]{0,40}\.(?:pem|crt|cer)\b/i;
const marks = [
  'self-signed certificate',
  'self signed certificate',
  'unable to get local issuer certificate',
  'unable to get issuer certificate',
  'unable to verify the first certificate',
  'certificate verify failed',
  'certificate signed by unknown authority',
  'PKIX path building failed',
  'UnknownIssuer',
  'certificate chain is not trusted',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'SSL certificate problem',
];

/** The product that a text or a certificate names as the one who inspects TLS. */
export function inspectingProduct(text: string): string | undefined {
  const [, named, inFile] = products.exec(text) ?? [];
  return named ?? inFile;
}

/** A product that inspects TLS, named in the text, shows its own certificate in place of the API's. */
export const tlsInterception = defineCause<string>({
  id: 'tls-interception',
  refines: 'tls-untrusted',
  title: 'A security product inspects the connection with a certificate of its own',
  locus: 'network',
  retry: () => ({ kind: 'no', because: 'The product shows its certificate at every attempt.' }),
  signs: marks.map((says): Sign => ({ says, pattern: products, shared: true })),
  recognize: (evidence, hit) => {
    const { certainty, because } = recognizePeer(evidence, hit);
    const details = inspectingProduct(evidence.reading?.flat ?? '') ?? 'a security product';
    return { certainty, ...(because ? { because } : {}), details };
  },
  explain: (product) => {
    const who = product === undefined || product === 'a security product' ? 'a security product' : `\`${product}\``;
    return `The certificate that was shown is not the API's but one issued on the way by ${who}, which opens and inspects TLS connections. This runtime does not trust its root certificate, although the browser and the system may, because Node, Python and Java bring lists of their own.`;
  },
  remedies: (product) => [
    {
      action: `Export the root certificate of ${product ?? 'the product'} as a PEM file (from the system's key store, or from IT) and name it before the program starts.`,
      run: 'export NODE_EXTRA_CA_CERTS=/path/to/root.pem SSL_CERT_FILE=/path/to/root.pem REQUESTS_CA_BUNDLE=/path/to/root.pem',
    },
    {
      action:
        'Or let the runtime use the store of the system, where the certificate already is (Node 22.15 or newer: the option; Python: `pip install truststore` and `truststore.inject_into_ssl()`).',
      run: 'export NODE_OPTIONS=--use-system-ca',
    },
    {
      action:
        'Or have IT except `api.anthropic.com` (160.79.104.0/23) from inspection, which also ends buffered and broken streams.',
    },
    {
      action:
        'With Python 3.13 and a root that lacks required extensions, ask IT for a root made anew; until then run Python 3.12.',
    },
  ],
  docs: pages.claudeCodeNetwork,
});
