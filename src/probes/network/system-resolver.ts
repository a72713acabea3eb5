import { defineProbe, type Note, type ProbeOutcome, type Target } from '../../core/probe.ts';
import type { Failed, NameAnswer } from '../../core/world.ts';
import { apiAddresses, isApiAddress } from '../../facts/reachability.ts';
import { connectionFinding, firstHop, isAddress } from '../failure.ts';

type Found = { readonly address: string; readonly family: 4 | 6 };

/** Asks the resolver that programs on this machine use for the addresses of the host. */
export const systemResolver = defineProbe({
  id: 'system-resolver',
  asks: 'Does the name of the host resolve here?',
  cost: 'free-call',
  addresses: (target) => {
    const { host, port } = firstHop(target);
    return [
      { purpose: target.proxy ? 'proxy' : 'api', host, port, what: 'its addresses, from the resolver of this machine' },
    ];
  },
  limitMs: 3000,
  rulesOut: ['dns-failure'],
  async run({ network, target }) {
    const at = firstHop(target);
    if (isAddress(at.host)) {
      const family = at.host.includes(':') ? 6 : 4;
      const saw = `\`${at.host}\` is an address, so no name has to be resolved.`;
      return { kind: 'fine', saw, learned: { addresses: [{ address: at.host, family }] } };
    }
    const [four, six] = await Promise.all([
      network.lookUp({ name: at.host, family: 4 }),
      network.lookUp({ name: at.host, family: 6 }),
    ]);
    const found = [...addressesOf(four, 4), ...addressesOf(six, 6)];
    if (found.length === 0) return unresolved(four.kind === 'failed' ? four : nothing(four.tookMs), target);
    const wrong = found.filter(({ address }) => isNobodys(address));
    if (wrong.length === found.length && !isLocalName(at.host)) return misled(wrong, target);
    const saw = `\`${at.host}\` is ${found.map(({ address }) => address).join(', ')}.`;
    return { kind: 'fine', saw, learned: { addresses: found }, notes: strangeAddresses(found, target) };
  },
});

function addressesOf(answer: NameAnswer, family: 4 | 6): readonly Found[] {
  return answer.kind === 'answered' ? answer.addresses.map((address) => ({ address, family })) : [];
}

function nothing(tookMs: number): Failed {
  return { kind: 'failed', code: 'ENODATA', message: 'the name has no address', tookMs };
}

function unresolved(failed: Failed, target: Target): ProbeOutcome {
  const at = firstHop(target);
  const isMissing = failed.code === 'ENOTFOUND' || failed.code === 'ENODATA';
  const why = isMissing ? 'it says that there is no such name' : 'it did not answer';
  return {
    kind: 'finding',
    findings: [
      connectionFinding({ ...failed, message: `getaddrinfo ${failed.code} ${at.host}` }, at, {
        cause: 'dns-failure',
        saw: `The resolver of this machine gave no address for \`${at.host}\`: ${why} (\`${failed.code}\`).`,
        isDecisive: true,
      }),
    ],
  };
}

/** The API keeps to published addresses; others are a private link, a `hosts` entry, or somebody in between. */
function strangeAddresses(found: readonly Found[], { platform, proxy, host }: Target): readonly Note[] {
  const strange = found.filter(({ address }) => !isApiAddress(address));
  if (platform !== 'direct' || proxy || strange.length === 0) return [];
  const given = strange.map(({ address }) => `\`${address}\``).join(', ');
  return [
    {
      text: `\`${host}\` resolves to ${given}, outside the addresses that the API publishes (${apiAddresses.ipv4}, ${apiAddresses.ipv6}): a private link, an entry in \`hosts\`, or something in between answers for it.`,
    },
  ];
}

/** Addresses that lead to no other machine, which filters and `hosts` files give out for names they block. */
function isNobodys(address: string): boolean {
  return /^(?:0\.|127\.)/.test(address) || address === '::' || address === '::1' || /^::ffff:(?:0|127)\./.test(address);
}

function isLocalName(host: string): boolean {
  return /(?:^|\.)(?:localhost|local|internal|test|lan|home\.arpa)$/i.test(host) || !host.includes('.');
}

function misled(wrong: readonly Found[], target: Target): ProbeOutcome {
  const { host, port } = firstHop(target);
  const given = wrong.map(({ address }) => `\`${address}\``).join(', ');
  return {
    kind: 'finding',
    findings: [
      {
        cause: 'firewall-blocked',
        certainty: 'likely',
        saw: `The resolver of this machine says that \`${host}\` is ${given}, which leads to nobody. A filter in the resolver or an entry in the \`hosts\` file blocks the name.`,
        text: `blocked by network policy: the resolver says that ${host}:${port} is ${given}`,
        evidence: { network: { host, port }, subject: 'claude' },
        remedies: [
          {
            action: `Look for the name in the \`hosts\` file, and remove the line.`,
            run: `grep -n "${host}" /etc/hosts`,
          },
          { action: 'If a filter blocks it (Pi-hole, AdGuard, a company resolver), allow the name there.' },
        ],
        isDecisive: true,
      },
    ],
  };
}
