import { defineProbe, type ProbeFinding, type ProbeOutcome, type Target } from '../../core/probe.ts';
import type { ConnectAnswer, Failed } from '../../core/world.ts';
import { authorityOf, connectionFinding, firstHop } from '../failure.ts';

const mostPerFamily = 2;

interface Tried {
  readonly address: string;
  readonly family: 4 | 6;
  readonly answer: ConnectAnswer;
}

/** Connects to each address of the host, or of the proxy in front of it. */
export const tcpConnection = defineProbe({
  id: 'tcp-connection',
  asks: 'Does the host take a connection, over IPv4 and IPv6?',
  cost: 'free-call',
  addresses: (target) => {
    const { host, port } = firstHop(target);
    return [{ purpose: target.proxy ? 'proxy' : 'api', host, port, what: 'a TCP connection to each address' }];
  },
  limitMs: 4000,
  rulesOut: ['connection-refused', 'connect-timeout'],
  needs: ['system-resolver'],
  async run({ network, target, learned }) {
    const { host, port } = firstHop(target);
    const known = learned.addresses ?? [{ address: host, family: host.includes(':') ? 6 : 4 } as const];
    const chosen = ([4, 6] as const).flatMap((family) =>
      known.filter((one) => one.family === family).slice(0, mostPerFamily),
    );
    const tried = await Promise.all(
      chosen.map(async (one): Promise<Tried> => ({
        ...one,
        answer: await network.connect({ host: one.address, port }),
      })),
    );
    return judged(tried, target);
  },
});

function judged(tried: readonly Tried[], target: Target): ProbeOutcome {
  const open = tried
    .filter(({ answer }) => answer.kind === 'connected')
    .toSorted((a, b) => a.answer.tookMs - b.answer.tookMs);
  const [best] = open;
  if (!best) return { kind: 'finding', findings: [closed(tried, target)] };
  const { port } = firstHop(target);
  const learned = { reachable: { address: best.address, family: best.family } };
  const lostSix = tried.find(({ family, answer }) => family === 6 && answer.kind === 'failed');
  if (lostSix?.answer.kind === 'failed' && open.every(({ family }) => family === 4)) {
    // A machine without IPv6 says so at once, and clients then take IPv4 without a loss.
    if (lostSix.answer.code !== 'ENETUNREACH' && lostSix.answer.code !== 'EADDRNOTAVAIL')
      return { kind: 'finding', findings: [brokenSix(lostSix.address, lostSix.answer, port)], learned };
  }
  const times = open.map(({ address, answer }) => `${address} in ${Math.round(answer.tookMs)} ms`).join(', ');
  return { kind: 'fine', saw: `Port ${port} is open: ${times}.`, learned };
}

function closed(tried: readonly Tried[], target: Target): ProbeFinding {
  const at = firstHop(target);
  const first = tried.find(({ family }) => family === 4) ?? tried[0];
  const failed: Failed =
    first?.answer.kind === 'failed'
      ? first.answer
      : { kind: 'failed', code: 'EHOSTUNREACH', message: 'no address to connect to', tookMs: 0 };
  const isRefused = failed.code === 'ECONNREFUSED';
  const who = target.proxy ? `the proxy \`${authorityOf(at)}\` (${target.proxy.name})` : `\`${authorityOf(at)}\``;
  const each = tried
    .map(({ address, answer }) => (answer.kind === 'failed' ? `${address} (\`${answer.code}\`)` : address))
    .join(', ');
  return connectionFinding(
    { ...failed, message: `connect ${failed.code} ${first?.address ?? at.host}:${at.port}` },
    target.proxy || first === undefined ? at : { host: at.host, port: at.port },
    {
      cause: target.proxy ? 'proxy-failure' : isRefused ? 'connection-refused' : causeOfTimeout(failed.code),
      saw: isRefused
        ? `Nothing listens at ${who}: every address refused the connection at once: ${each}.`
        : `No connection to ${who} came about: ${each}.`,
      isDecisive: true,
      ...(target.proxy ? { remedies: [proxyRemedy(target.proxy.name)] } : {}),
    },
  );
}

function causeOfTimeout(code: string): string {
  return code === 'ECONNRESET' ? 'connection-reset' : 'connect-timeout';
}

function proxyRemedy(name: string): { readonly action: string; readonly run: string } {
  return name === '--proxy'
    ? { action: 'Check the address given with `--proxy`, or try the direct way.', run: 'faultline doctor --proxy none' }
    : { action: `Start the proxy that \`${name}\` names, correct the variable, or unset it.`, run: `unset ${name}` };
}

function brokenSix(address: string, failed: Failed, port: number): ProbeFinding {
  return connectionFinding(
    { ...failed, message: `connect ${failed.code} [${address}]:${port}` },
    { host: address, port },
    {
      cause: 'ipv6-unreachable',
      certainty: 'likely',
      saw: `IPv4 connects, and the IPv6 address ${address} does not (\`${failed.code}\`). Clients that try IPv6 first lose time or fail here.`,
      isDecisive: false,
    },
  );
}
