import type { Server } from 'node:http';
import { FaultlineError } from '../core/error.ts';
import type { Deed, Fault } from '../core/fault.ts';
import { faultById } from '../faults/index.ts';
import { systemClock, type Clock } from './clock.ts';
import type { LogEntry } from './decide.ts';
import type { FaultRule, Scenario, StatusIncident } from './options.ts';
import { knownFault } from './scenario.ts';
import { Shell } from './shell.ts';
import { planOf, startingState } from './state.ts';
import { listen, makeAuthority, openDoor, type OpenDoor } from './wire/doors.ts';

export { virtualClock, type Clock, type VirtualClock } from './clock.ts';
export type { LogEntry } from './decide.ts';
export type { FaultRule, Scenario, StatusIncident } from './options.ts';
export type { Limits } from './limits/limits.ts';
export type { Fault } from '../core/fault.ts';
export { faults } from '../faults/index.ts';

/** So many calls are remembered at least. */
const mostCalls = 10_000;

/** How a simulator is started. */
export interface SimulatorOptions extends Scenario {
  /** A free port unless said otherwise. */
  readonly port?: number;
  /** The clock of the machine unless said otherwise. */
  readonly clock?: Clock;
  /** Is told of every call. */
  readonly onCall?: (entry: LogEntry) => void;
  /** Faults beside those of the list, to be chosen by their ids. */
  readonly ownFaults?: readonly Fault[];
}

/** A running simulator. */
export interface Simulator {
  /** For `baseURL` or `ANTHROPIC_BASE_URL`; where a fault of the connection is chosen for every call, its address. */
  readonly url: string;
  readonly port: number;
  /** The calls so far; of very many the last ten thousand. */
  readonly calls: readonly LogEntry[];
  /** Signs the certificates of the `tls-*` faults that are not about trust; PEM. */
  readonly certificateAuthority: string;
  /** Adds a fault, in front of those that were chosen before. */
  readonly inject: (fault: string, rule?: Omit<FaultRule, 'fault'>) => void;
  /** Takes every fault back. */
  readonly heal: () => void;
  /** What the status page tells of from now on. */
  readonly report: (incidents: readonly StatusIncident[]) => void;
  /** The address at which a fault of the connection is met, such as `tls-expired`; for other faults the usual one. */
  readonly addressOf: (fault: string) => Promise<string>;
  /** The variables by which the SDKs find the simulator, with a key that is no secret. */
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

/** Starts a local API that answers, refuses and fails as the real one does. It listens on the loopback address alone. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
  const { clock = systemClock, faults = [], onCall, ownFaults = [] } = options;
  const find = (id: string): Fault | undefined => ownFaults.find((own) => own.id === id) ?? faultById(id);
  const known = (id: string): string => find(id)?.id ?? knownFault(id);
  for (const { fault } of faults) known(fault);
  const calls: LogEntry[] = [];
  const shell = new Shell(startingState(options, clock.now(), find), clock, (entry) => {
    calls.push(entry);
    if (calls.length > 2 * mostCalls) calls.splice(0, mostCalls);
    onCall?.(entry);
  });
  const port = await listen(shell.server, options.port).catch((error: unknown) => {
    throw portTaken(options.port ?? 0, error);
  });
  shell.port = port;
  const plain = `http://127.0.0.1:${port}`;
  // TLS clients judge certificates by the clock of the machine, whatever time is simulated.
  const authority = makeAuthority('Faultline simulator authority', systemClock.now());
  const doors = new Map<string, OpenDoor>();

  const addressOf = async (fault: string): Promise<string> => {
    const deed = doorOf(find(known(fault)));
    if (!deed) return plain;
    const open = doors.get(deed.how);
    if (open) return open.url;
    const door = await openDoor(deed.how, { listener: shell.listener, port, now: systemClock.now(), authority });
    if (door.server) shell.watched(door.server);
    doors.set(deed.how, door);
    return door.url;
  };

  const always = faults.find(({ fault, ...conditions }) => Object.keys(conditions).length === 0 && doorOf(find(fault)));
  const url = always ? await addressOf(always.fault) : plain;
  return {
    url,
    port,
    calls,
    certificateAuthority: authority.cert,
    inject(fault, rule = {}) {
      const added = planOf([{ ...rule, fault: known(fault) }], find);
      shell.state = { ...shell.state, plan: [...added, ...shell.state.plan] };
    },
    heal() {
      shell.state = { ...shell.state, plan: [] };
    },
    report(incidents) {
      shell.state = { ...shell.state, incidents };
    },
    addressOf,
    env: { ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: dummyKey() },
    async stop() {
      shell.hangUp();
      await Promise.all([shell.server, ...[...doors.values()].flatMap(({ server }) => server ?? [])].map(closed));
    },
  };
}

function portTaken(port: number, cause: unknown): FaultlineError {
  return new FaultlineError(
    'port-unavailable',
    `The simulator cannot listen on port ${port} of 127.0.0.1.`,
    'Choose another port, or leave it out to get a free one.',
    { cause },
  );
}

/** What a fault does to the address, where it does that. */
function doorOf(fault: Fault | undefined): Extract<Deed, { readonly kind: 'door' }> | undefined {
  const deed = fault?.deed;
  return typeof deed === 'object' && deed.kind === 'door' ? deed : undefined;
}

/** In the form of a key, and put together here so that no scanner takes it for one. */
function dummyKey(): string {
  return ['sk', 'ant', 'api03', `faultline-simulator-${'0'.repeat(71)}AA`].join('-');
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
