import type { Decision, Isolation, IsolationRun, VariableGroup, VariedThing } from '../../core/isolation.ts';

/** What the table is made from. */
export interface Known {
  readonly outcome: Isolation['outcome'];
  readonly culprits: readonly string[];
  readonly things: readonly VariedThing[];
  /** Ids that were varied at all. */
  readonly varied: readonly string[];
  readonly runs: readonly IsolationRun[];
  /** What the status page says; absent where it was not asked. */
  readonly status?: { readonly isIncident: boolean; readonly said: string };
}

interface Row {
  readonly id?: Decision['id'];
  readonly test: string;
  readonly groups: readonly VariableGroup[];
  /** Where it is the one that decides. */
  readonly tells: string;
  readonly next: string;
  /** Where it makes no difference. */
  readonly rulesOut: string;
  readonly how: string;
}

const rows: readonly Row[] = [
  {
    id: 'P23',
    test: 'A clean profile',
    groups: ['profile'],
    tells: 'Left-over state is involved: a variable, a beta, a header or a plug-in.',
    next: 'Take it out where it is set, and put other settings back one by one.',
    rulesOut: 'What is left over in the environment or the request is not the reason.',
    how: '--vary beta,header, or env -- COMMAND',
  },
  {
    id: 'P24',
    test: 'Another path through the network, or another machine',
    groups: ['path', 'machine'],
    tells: 'Name resolution, a VPN, a proxy, a firewall or a filter is involved.',
    next: 'Review the network settings that differ: `faultline doctor` measures each step of the way.',
    rulesOut: 'The way to the API is not the reason.',
    how: '--live --vary proxy,ip,http,resolver, or --bundle',
  },
  {
    id: 'P25',
    test: 'Another key',
    groups: ['account'],
    tells: 'The failure follows the account: its plan, its quota, its permissions, or state of the service for it.',
    next: 'See limits, credit and permissions in the Console; if they are in order, collect evidence and contact support.',
    rulesOut: 'It fails whoever pays for it: the account is not the reason.',
    how: '--live --vary key=env:NAME',
  },
  {
    test: 'Another request',
    groups: ['request'],
    tells: 'The reason stands in the request.',
    next: 'Change the part that was found; `faultline check` says what the API takes there.',
    rulesOut: 'What was changed in the request is not the reason.',
    how: '--good FILE',
  },
  {
    test: 'Another client',
    groups: ['program'],
    tells: 'The library that sends the call is involved.',
    next: 'Use the version that works, and read the changes between the two.',
    rulesOut: 'The library is not the reason.',
    how: '--live --vary client,sdk=VERSION',
  },
];

/** The decision table: every test with its result, what that tells, and the next move. */
export function decisionsOf(known: Known): readonly Decision[] {
  return [statusRow(known), ...rows.map((row) => decisionOf(row, known))];
}

function statusRow({ status }: Known): Decision {
  const common = { id: 'P22', test: 'The status page' } as const;
  if (!status) {
    return {
      ...common,
      mark: 'not-tried',
      result: 'not tried',
      tells: 'Whether the service itself fails is open.',
      next: 'Try --live, or `faultline doctor`.',
    };
  }
  return status.isIncident
    ? {
        ...common,
        mark: 'decides',
        result: status.said,
        tells: 'The service is affected beyond this machine.',
        next: 'Change nothing here for now; `faultline doctor --watch` waits for the end.',
      }
    : { ...common, mark: 'rules-out', result: status.said, tells: 'No known incident explains it.', next: 'Go on.' };
}

function decisionOf(row: Row, { outcome, culprits, things, varied, runs }: Known): Decision {
  const { id, test, groups } = row;
  const common = { test, ...(id === undefined ? {} : { id }) };
  const own = things.filter((thing) => groups.includes(thing.group) && varied.includes(thing.id));
  if (own.length === 0) {
    return {
      ...common,
      mark: 'not-tried',
      result: 'not tried',
      tells: 'Nothing yet.',
      next: `Try ${row.how}.`,
    };
  }
  const guilty = own.filter((thing) => culprits.includes(thing.id));
  if (guilty.length > 0) {
    const others = culprits.length - guilty.length;
    return {
      ...common,
      mark: 'decides',
      result: `works: ${guilty.map(({ what }) => what).join(', ')}${others > 0 ? `, as far as ${others} more go with it` : ''}`,
      tells: row.tells,
      next: row.next,
    };
  }
  const alone = runs.find(
    ({ changed, likeness }) => likeness === 'same' && own.every((thing) => changed.includes(thing.id)),
  );
  if (alone || outcome === 'found' || outcome === 'no-difference') {
    return {
      ...common,
      mark: 'rules-out',
      result: 'makes no difference',
      tells: row.rulesOut,
      next: 'Leave it as it is.',
    };
  }
  return {
    ...common,
    mark: 'unsure',
    result: 'could not be told',
    tells: 'Nothing for certain.',
    next: 'Run it again with a larger --budget.',
  };
}
