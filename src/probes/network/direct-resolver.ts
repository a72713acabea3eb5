import { defineProbe } from '../../core/probe.ts';
import { isAddress } from '../failure.ts';

/** Asks another resolver, past the system's, so that a resolver at fault can be told from a name that is. */
export const directResolver = defineProbe({
  id: 'direct-resolver',
  asks: 'Does another resolver know the name?',
  cost: 'free-call',
  addresses: ({ resolver, host }) => [
    { purpose: 'resolver', ...resolverEndpoint(resolver), what: `the addresses of ${host} (UDP)` },
  ],
  limitMs: 2000,
  rulesOut: [],
  // Behind a proxy, the proxy resolves the name.
  appliesTo: ({ host, proxy }) => !isAddress(host) && !proxy,
  async run({ network, target: { host, resolver } }) {
    const answer = await network.lookUp({ name: host, family: 4, server: resolver });
    if (answer.kind === 'answered') {
      const saw = `\`${resolver}\` says ${answer.addresses.join(', ')}.`;
      return { kind: 'fine', saw, learned: { otherResolver: { kind: 'knows', addresses: answer.addresses } } };
    }
    if (answer.code === 'ENOTFOUND' || answer.code === 'ENODATA') {
      const because = `\`${resolver}\` does not know \`${host}\` either (\`${answer.code}\`).`;
      return { kind: 'unanswerable', because, learned: { otherResolver: { kind: 'knows-not' } } };
    }
    return {
      kind: 'unanswerable',
      because: `\`${resolver}\` did not answer (\`${answer.code}\`); many networks let only their own resolver out.`,
    };
  },
});

function resolverEndpoint(resolver: string): { readonly host: string; readonly port: number } {
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$/.exec(resolver) ?? [];
  return { host: bracketed ?? plain ?? resolver, port: Number(port) || 53 };
}
