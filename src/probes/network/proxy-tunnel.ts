import { defineProbe, type ProbeContext, type ProbeFinding, type Target } from '../../core/probe.ts';
import { isSocks5 } from '../../core/proxy-setting.ts';
import type { Failed, SocksAnswer, TunnelAnswer } from '../../core/world.ts';
import { authorityOf, connectionFinding } from '../failure.ts';
import { tunnelRequest } from './tunnel-request.ts';

type Refused = Extract<TunnelAnswer, { readonly kind: 'refused' }>;

/** Asks the proxy for a tunnel to the host; where it gives none, tries the direct way for comparison. */
export const proxyTunnel = defineProbe({
  id: 'proxy-tunnel',
  asks: 'Does the proxy let calls to this host through?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: (target) => [
    ...tunnelRequest(target),
    {
      purpose: 'api',
      host: target.host,
      port: target.port,
      what: 'a TCP connection past the proxy, if that gives no tunnel',
    },
  ],
  limitMs: 5000,
  rulesOut: ['proxy-failure', 'proxy-credentials-missing'],
  needs: ['tcp-connection'],
  appliesTo: ({ proxy, isTls }) => proxy !== undefined && (isTls || isSocks5(proxy.url)),
  async run(context) {
    const { network, target } = context;
    const { proxy, host, port } = target;
    if (!proxy) return { kind: 'skipped', because: 'No proxy is set for this host.', isNeedless: true };
    const answer = await network.tunnel(proxy, { host, port });
    if (answer.kind === 'opened') {
      const how = isSocks5(proxy.url) ? 'by SOCKS5 ' : '';
      const saw = `The proxy \`${authorityOf(proxy)}\` (${proxy.name}) opened a tunnel ${how}in ${Math.round(answer.tookMs)} ms.`;
      return { kind: 'fine', saw };
    }
    const finding = findingOf(answer, target);
    return { kind: 'finding', findings: [{ ...finding, saw: `${finding.saw}${await directWay(context)}` }] };
  },
});

function findingOf(answer: Refused | SocksAnswer | Failed, target: Target): ProbeFinding {
  if (answer.kind === 'failed') return broken(answer, target);
  return answer.kind === 'refused' ? refused(answer, target) : socksEnded(answer, target);
}

async function directWay({ network, target: { host, port, off } }: ProbeContext): Promise<string> {
  if (off.api !== undefined) return '';
  const direct = await network.connect({ host, port });
  return direct.kind === 'connected'
    ? ` Without the proxy, \`${host}\` takes a connection in ${Math.round(direct.tookMs)} ms.`
    : ` Without the proxy, \`${host}\` cannot be reached (\`${direct.code}\`).`;
}

function refused({ status, headers, body }: Refused, { proxy, host }: Target): ProbeFinding {
  const wantsCredentials = status === 407;
  const scheme = headers['proxy-authenticate'];
  const gave =
    proxy && new URL(proxy.url).username !== ''
      ? 'does not accept the credentials in'
      : 'asks for credentials that are not in';
  return {
    cause: wantsCredentials ? 'proxy-credentials-missing' : 'proxy-failure',
    certainty: 'proven',
    saw: wantsCredentials
      ? `The proxy answered 407: it ${gave} \`${proxy?.name}\`${scheme === undefined ? '' : `, and takes ${scheme}`}.`
      : `The proxy answered ${status} to the request for a tunnel to \`${host}\`: it does not let this host through.`,
    text: wantsCredentials
      ? `CONNECT tunnel failed, response 407 Proxy Authentication Required\nproxy-authenticate: ${scheme ?? ''}`
      : `CONNECT tunnel failed, response ${status}\n${body.slice(0, 2000)}`,
    evidence: { response: { status, headers }, subject: 'claude' },
    isDecisive: true,
  };
}

const inStep: Readonly<Record<SocksAnswer['step'], string>> = {
  greeting: 'in the greeting',
  'sign-in': 'as the user and the password were sent',
  connect: 'at the request for a way to the host',
};

/** A step of the SOCKS5 handshake that failed: who is known by the proxy, and which hosts it allows, are two questions. */
function socksEnded({ step, reason, because }: SocksAnswer, { proxy, host, port }: Target): ProbeFinding {
  const at = proxy ?? { host, port, name: '' };
  const wantsCredentials = reason === 'credentials';
  return {
    cause: wantsCredentials ? 'proxy-credentials-missing' : 'proxy-failure',
    certainty: 'proven',
    saw: `The SOCKS5 proxy \`${authorityOf(at)}\` (${at.name}) took the connection, and the handshake ended ${inStep[step]}: ${because}.`,
    text: wantsCredentials ? 'SOCKS5 authentication failed' : `SOCKS5 ${step} failed: ${because}`,
    evidence: { network: { host: at.host, port: at.port }, subject: 'claude' },
    remedies: socksRemedies(reason, step, at.name, host),
    isDecisive: true,
  };
}

function socksRemedies(
  reason: SocksAnswer['reason'],
  step: SocksAnswer['step'],
  name: string,
  host: string,
): NonNullable<ProbeFinding['remedies']> {
  if (reason === 'credentials')
    return step === 'sign-in' ? [{ action: `Correct the user and the password in \`${name}\`.` }] : [];
  if (reason === 'refused')
    return [{ action: `Let the proxy pass \`${host}\` on: the refusal is its own, or that of the way behind it.` }];
  if (reason === 'not-socks')
    return [{ action: `Correct the scheme or the port in \`${name}\`: what listens there is no SOCKS5 proxy.` }];
  return step === 'greeting'
    ? [{ action: `Check that the port in \`${name}\` is that of a SOCKS5 proxy, and not of something else.` }]
    : [{ action: `Look into the log of the proxy: it gave no answer for \`${host}\`.` }];
}

function broken(failed: Failed, { proxy }: Target): ProbeFinding {
  const at = { host: proxy?.host ?? '', port: proxy?.port ?? 0 };
  const isUnsupported = failed.code === 'ERR_PROXY_SCHEME';
  const speaksOtherwise = failed.code.startsWith('HPE_');
  return connectionFinding({ ...failed, message: `ProxyError: ${failed.message}` }, at, {
    cause: 'proxy-failure',
    saw: isUnsupported
      ? `\`${proxy?.name}\` names a proxy of the kind \`${schemeOf(proxy?.url)}\`, which Node, Python and Claude Code do not speak and Faultline does not test.`
      : speaksOtherwise
        ? `What listens at \`${authorityOf(at)}\` does not answer in HTTP (\`${failed.code}\`). If it is a SOCKS proxy, its address begins with \`socks5://\`.`
        : `The proxy \`${authorityOf(at)}\` took the connection and gave no answer to the request for a tunnel (\`${failed.code}\`).`,
    isDecisive: !isUnsupported,
  });
}

function schemeOf(url: string | undefined): string {
  return url?.split(':')[0] ?? '';
}
