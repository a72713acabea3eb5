import { FaultlineError } from '../../core/error.ts';
import type { Address } from '../../core/probe.ts';
import type { Endpoint, Network, ProxyRoute } from '../../core/world.ts';
import { isAddress } from '../../probes/failure.ts';
import type { Meter } from '../../core/budget.ts';

/** What a probe may do with the network. */
export interface Permit {
  readonly addresses: readonly Address[];
  /** The proxy that belongs to the target, through which any of the addresses may be asked. */
  readonly proxy?: ProxyRoute;
  readonly meter: Meter;
  /** True from the moment on which nothing may be asked any more. */
  readonly isClosed: () => boolean;
}

/** The network, held to a plan and a budget: what is not in them is refused, and the probe ends without an answer. */
export function guarded(network: Network, permit: Permit): Network {
  const { meter } = permit;
  const admit = (to: Endpoint, requests: number): void => {
    if (permit.isClosed()) throw refusal('probe-stopped', 'The answer was known before this was asked.');
    if (!permit.addresses.some((one) => isSame(one, to)))
      throw refusal(
        'address-not-planned',
        `\`${to.host}:${to.port}\` is not in the plan of this probe, or is switched off.`,
      );
    if (!meter.take({ requests })) throw refusal('budget-over', 'The budget of requests is used up.');
  };
  return {
    lookUp: async (question) => {
      const to = question.server === undefined ? undefined : endpointOf(question.server, 53);
      if (to) admit(to, 0);
      else if (!permit.addresses.some(({ host }) => host === question.name))
        throw refusal('address-not-planned', `\`${question.name}\` is not in the plan of this probe.`);
      return network.lookUp(question);
    },
    connect: async (to) => {
      admit(to, 0);
      return network.connect(to);
    },
    secure: async (question) => {
      admit(question.at, question.proxy ? 1 : 0);
      return network.secure(question);
    },
    tunnel: async (proxy, to) => {
      admit(to, 1);
      return network.tunnel(proxy, to);
    },
    send: async (question) => {
      const url = new URL(question.url);
      admit(question.at ?? endpointOf(url.host, url.protocol === 'https:' ? 443 : 80), 1);
      return network.send(question);
    },
    wait: async (ms) => network.wait(ms),
  };
}

function refusal(code: string, message: string): FaultlineError {
  return new FaultlineError(code, message, 'See `faultline doctor --plan` for what may be asked.');
}

/** An address that stands for a name of the plan, as the resolver gave it, is that name. */
function isSame(planned: Address, { host, port }: Endpoint): boolean {
  return planned.port === port && (planned.host === host || (isAddress(host) && !isAddress(planned.host)));
}

function endpointOf(authority: string, usualPort: number): Endpoint {
  const [, six, host = authority, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(authority) ?? [];
  return { host: six ?? host, port: Number(port) || usualPort };
}
