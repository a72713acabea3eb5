import { inspectingProduct } from '../../causes/network/tls-interception.ts';
import { defineProbe, type Note, type ProbeFinding, type Target } from '../../core/probe.ts';
import type { Certificate, Failed, HandshakeAnswer } from '../../core/world.ts';
import { connectionFinding } from '../failure.ts';
import { tunnelRequest } from './tunnel-request.ts';

type Secured = Exclude<HandshakeAnswer, Failed>;
const dayMs = 86_400_000;

/** Makes a TLS handshake and looks at the certificate that is shown. */
export const tlsHandshake = defineProbe({
  id: 'tls-handshake',
  asks: 'Is the certificate the host’s own, trusted and in date?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: (target) => [
    { purpose: 'api', host: target.host, port: target.port, what: 'a TLS handshake' },
    ...tunnelRequest(target),
  ],
  limitMs: 5000,
  rulesOut: ['tls-failure', 'tls-untrusted', 'tls-interception', 'tls-hostname-mismatch'],
  needs: ['tcp-connection', 'proxy-tunnel'],
  appliesTo: ({ isTls }) => isTls,
  async run({ machine, network, target, learned }) {
    const { host, port, proxy } = target;
    const at = proxy ? { host, port } : { host: learned.reachable?.address ?? host, port };
    const answer = await network.secure({ at, serverName: host, ...(proxy ? { proxy } : {}) });
    if (answer.kind === 'failed') return { kind: 'finding', findings: [noHandshake(answer, target)] };
    if (answer.distrust !== undefined) {
      return { kind: 'finding', findings: untrusted(answer, answer.distrust, target, machine.now()) };
    }
    const [leaf] = answer.chain;
    const ends = leaf === undefined ? '' : `, issued by ${leaf.issuer}, valid until ${leaf.validTo.slice(0, 10)}`;
    const offersHttp2 = answer.application === 'h2';
    const http = offersHttp2 ? ', HTTP/2 offered' : '';
    return {
      kind: 'fine',
      learned: { offersHttp2 },
      saw: `${answer.protocol}${http}${ends} (${Math.round(answer.tookMs)} ms).`,
      notes: [...inspectionNotes(answer.chain), ...endingNotes(leaf, machine.now())],
    };
  },
});

function noHandshake(failed: Failed, target: Target): ProbeFinding {
  const isLate = failed.code === 'ETIMEDOUT';
  const isReset = failed.code === 'ECONNRESET';
  const speaksPlain = /WRONG_VERSION_NUMBER|wrong version number|packet length too long/i.test(
    `${failed.code} ${failed.message}`,
  );
  const how = isLate
    ? 'nobody answered the first message of the handshake'
    : isReset
      ? 'the connection was cut in the handshake, as filters do that read the name of the host in it'
      : speaksPlain
        ? 'what answers at this port does not speak TLS'
        : `the two sides did not agree (\`${failed.code}\`)`;
  const message = isLate ? `TLS handshake timeout: ${failed.message}` : failed.message;
  return connectionFinding({ ...failed, ...(isLate ? { code: 'ERR_TLS_HANDSHAKE_TIMEOUT' } : {}), message }, target, {
    cause: 'tls-failure',
    saw: `The connection to \`${target.host}\` stands, and TLS does not come about: ${how}.`,
    isDecisive: true,
  });
}

function untrusted({ chain }: Secured, distrust: string, target: Target, now: number): readonly ProbeFinding[] {
  const [leaf] = chain;
  const root = chain.at(-1);
  const issuer = leaf?.issuer ?? 'nobody';
  const product = inspectingProduct(chain.map((one) => `${one.subject} ${one.issuer}`).join(' '));
  const code = /^[A-Z_]+$/.test(distrust) ? distrust : 'ERR_TLS_CERT_ALTNAME_INVALID';
  const kind = kindOf(code, product !== undefined);
  const saw = {
    'tls-hostname-mismatch': `The certificate is for ${namesOf(leaf)}, not for \`${target.host}\`; it was issued by ${issuer}.`,
    'tls-failure': `The certificate ended on ${leaf?.validTo ?? 'a day before now'}, and this machine's clock says ${new Date(now).toISOString()}; it was issued by ${issuer}.`,
    'clock-skew': `The certificate begins on ${leaf?.validFrom ?? 'a later day'}, and this machine's clock says ${new Date(now).toISOString()}.`,
    'tls-interception': `The certificate for \`${target.host}\` was issued by ${issuer}: ${product ?? 'a product'} opens the connection on the way, and its root is not trusted here (\`${code}\`).`,
    'tls-untrusted': `The certificate for \`${target.host}\` was issued by ${issuer}, and its chain ends at ${root?.issuer ?? 'nothing'}, which is not trusted here (\`${code}\`).`,
  }[kind];
  const said = {
    'tls-hostname-mismatch': "Hostname/IP does not match certificate's altnames",
    'tls-failure': 'certificate has expired',
    'clock-skew': 'certificate is not yet valid',
    'tls-interception': 'self-signed certificate in certificate chain',
    'tls-untrusted': 'the certificate chain is not trusted: unable to verify the first certificate',
  }[kind];
  const message = `${said}; issuer: ${issuer}; root: ${root?.issuer ?? ''}`;
  const finding = connectionFinding({ kind: 'failed', code, message, tookMs: 0 }, target, {
    cause: kind,
    saw,
    isDecisive: true,
    ...(kind === 'tls-failure' ? { certainty: 'likely' as const } : {}),
  });
  return kind === 'tls-failure' ? [finding, orClock(leaf)] : [finding];
}

/** One clock alone cannot say whether a certificate has ended or the clock runs ahead. */
function orClock(leaf: Certificate | undefined): ProbeFinding {
  return {
    cause: 'clock-skew',
    certainty: 'possible',
    saw: `The same would be seen if this machine's clock ran ahead and ${leaf?.validTo ?? 'that day'} were still to come.`,
    isDecisive: false,
  };
}

type Distrust = 'tls-hostname-mismatch' | 'tls-failure' | 'clock-skew' | 'tls-interception' | 'tls-untrusted';

function kindOf(code: string, isInspected: boolean): Distrust {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH') return 'tls-hostname-mismatch';
  if (code === 'CERT_HAS_EXPIRED') return 'tls-failure';
  if (code === 'CERT_NOT_YET_VALID') return 'clock-skew';
  return isInspected ? 'tls-interception' : 'tls-untrusted';
}

function namesOf(leaf: Certificate | undefined): string {
  const names = leaf?.names.filter((name) => name !== '') ?? [];
  const told = names.slice(0, 3).map((name) => `\`${name}\``);
  return told.length === 0 ? (leaf?.subject ?? 'nobody') : told.join(', ') + (names.length > 3 ? ' and others' : '');
}

function inspectionNotes(chain: readonly Certificate[]): readonly Note[] {
  const product = inspectingProduct(chain.map((one) => `${one.subject} ${one.issuer}`).join(' '));
  if (product === undefined) return [];
  return [
    {
      text: `${product} inspects the connection with a certificate that is trusted here. Runtimes with their own list of authorities (Python, Java, Node without \`NODE_EXTRA_CA_CERTS\`) may not trust it, and streams may come late.`,
    },
  ];
}

function endingNotes(leaf: Certificate | undefined, now: number): readonly Note[] {
  const left = Date.parse(leaf?.validTo ?? '') - now;
  return left < 7 * dayMs ? [{ text: `The certificate ends in ${Math.max(0, Math.floor(left / dayMs))} days.` }] : [];
}
