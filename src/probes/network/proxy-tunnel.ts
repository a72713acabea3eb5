import { defineProbe, type ProbeContext, type ProbeFinding } from '../../core/probe.ts';
import type { Failed, TunnelAnswer } from '../../core/world.ts';
import { authorityOf, connectionFinding } from '../failure.ts';

type Answered = Exclude<TunnelAnswer, Failed>;

/** Asks the proxy for a tunnel to the host; where it gives none, tries the direct way for comparison. */
export const proxyTunnel = defineProbe({
  id: 'proxy-tunnel',
  asks: 'Does the proxy let calls to this host through?',
  cost: 'free-call',
  uses: { requests: 1 },
  addresses: ({ proxy, host, port }) => [
    ...(proxy
      ? [{ purpose: 'proxy' as const, host: proxy.host, port: proxy.port, what: `CONNECT ${host}:${port}` }]
      : []),
    { purpose: 'api', host, port, what: 'a TCP connection past the proxy, if that gives no tunnel' },
  ],
  limitMs: 5000,
  rulesOut: ['proxy-failure', 'proxy-credentials-missing'],
  needs: ['tcp-connection'],
  appliesTo: ({ proxy, isTls }) => proxy !== undefined && isTls,
  async run(context) {
    const { network, target } = context;
    const { proxy, host, port } = target;
    if (!proxy) return { kind: 'skipped', because: 'No proxy is set for this host.', isNeedless: true };
    const answer = await network.tunnel(proxy, { host, port });
    if (answer.kind === 'answered' && answer.status >= 200 && answer.status < 300) {
      const saw = `The proxy \`${authorityOf(proxy)}\` (${proxy.name}) opened a tunnel in ${Math.round(answer.tookMs)} ms.`;
      return { kind: 'fine', saw };
    }
    const bypass = await directWay(context);
    const finding = answer.kind === 'failed' ? broken(answer, context) : refused(answer, context);
    return { kind: 'finding', findings: [{ ...finding, saw: `${finding.saw}${bypass}` }] };
  },
});

async function directWay({ network, target: { host, port, off } }: ProbeContext): Promise<string> {
  if (off.api !== undefined) return '';
  const direct = await network.connect({ host, port });
  return direct.kind === 'connected'
    ? ` Without the proxy, \`${host}\` takes a connection in ${Math.round(direct.tookMs)} ms.`
    : ` Without the proxy, \`${host}\` cannot be reached (\`${direct.code}\`).`;
}

function refused({ status, headers, body }: Answered, { target: { proxy, host } }: ProbeContext): ProbeFinding {
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

function broken(failed: Failed, { target: { proxy } }: ProbeContext): ProbeFinding {
  const at = { host: proxy?.host ?? '', port: proxy?.port ?? 0 };
  const isUnsupported = failed.code === 'ERR_PROXY_SCHEME';
  return connectionFinding({ ...failed, message: `ProxyError: ${failed.message}` }, at, {
    cause: 'proxy-failure',
    saw: isUnsupported
      ? `\`${proxy?.name}\` names a SOCKS proxy, which Node and Claude Code do not speak and Faultline does not test.`
      : `The proxy \`${authorityOf(at)}\` took the connection and gave no answer to the request for a tunnel (\`${failed.code}\`).`,
    isDecisive: !isUnsupported,
  });
}
