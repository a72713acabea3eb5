import type { Budget, Spending } from '../../core/budget.ts';
import type { Address } from '../../core/probe.ts';
import { mostRuns } from '../../experiments/isolate/evidence.ts';
import { cheapestFirst, type Oracle } from '../../experiments/oracle.ts';
import { hang } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import { addressesOf } from './addresses.ts';
import { sees, type Asker } from './oracles.ts';
import type { Order } from './order.ts';
import { studiedOf } from './setup.ts';

/** What one oracle would be asked. */
export interface PlannedOracle {
  readonly oracle: Oracle['name'];
  readonly cost: Oracle['cost'];
  /** What it would vary, in order. */
  readonly varies: readonly string[];
  /** `one-by-one`, or half at a time. */
  readonly strategy: 'halves' | 'one-by-one';
  /** Runs in which one thing that decides is found; two that decide together, or an answer that wavers, take more. */
  readonly runs: number;
  readonly eachUses: Spending;
}

/** What would be run; nothing has been run yet. */
export interface IsolationPlan {
  /** The cheapest first; the first that shows the failure does the work. */
  readonly oracles: readonly PlannedOracle[];
  readonly addresses: readonly Address[];
  readonly command?: string;
  readonly left: Order['left'];
  readonly budget: Budget;
}

/** Works out what would be run. */
export function planOf(order: Order, { oracles, environmentOf }: Asker): IsolationPlan {
  const { things, failing, strategy, allowed, budget, left, asksStatus } = order;
  const planned = cheapestFirst(oracles).flatMap((oracle): readonly PlannedOracle[] => {
    const seen = things.all.filter(({ reach }) => sees(oracle, reach));
    if (seen.length === 0) return [];
    const how = strategy(seen.length);
    return [
      {
        oracle: oracle.name,
        cost: oracle.cost,
        varies: seen.map(({ what }) => what),
        strategy: how,
        runs: how === 'halves' ? mostRuns(seen.length) : seen.length + 3,
        eachUses: oracle.uses(studiedOf(failing), environmentOf(failing)),
      },
    ];
  });
  const isLive = planned.some(({ cost }) => cost === 'free-call' || cost === 'paid-call');
  const setups = [failing, ...things.all.map(({ id }) => things.setupOf(new Set(idsBut(order, id))))];
  const addresses = isLive ? distinct(setups.flatMap(addressesOf)) : [];
  return {
    oracles: planned,
    addresses: asksStatus ? [statusAddress(order), ...addresses] : addresses,
    left,
    budget,
    ...(allowed.command ? { command: allowed.command.join(' ') } : {}),
  };
}

function idsBut({ things }: Order, id: string): readonly string[] {
  return things.all.map((thing) => thing.id).filter((one) => one !== id);
}

function statusAddress({ failing: { target } }: Order): Address {
  return {
    purpose: 'status',
    host: new URL(target.statusUrl).hostname,
    port: 443,
    what: 'whether an incident is open',
  };
}

function distinct(addresses: readonly Address[]): readonly Address[] {
  const byPlace = new Map(addresses.map((one) => [`${one.host}:${one.port} ${one.purpose}`, one]));
  return [...byPlace.values()];
}

const costWords: Readonly<Record<Oracle['cost'], string>> = {
  free: 'on this machine, free',
  command: 'your command',
  'free-call': 'a free call',
  'paid-call': 'a call that costs tokens',
};

/** The plan on a screen. */
export function planText(
  { oracles, addresses, command, left, budget }: IsolationPlan,
  { paint, width }: TextStyle,
): string {
  const lines: string[] = [
    paint.strong('What says how a call ends, the cheapest first; the first that shows the failure does the work'),
  ];
  for (const [at, one] of oracles.entries()) {
    const each = one.eachUses.tokens > 0 ? `, at most ${one.eachUses.tokens} tokens each` : '';
    const how = one.strategy === 'halves' ? 'half of them at a time' : 'one change at a time';
    lines.push(
      ...hang(
        `${String(at + 1).padStart(3)}. `,
        `${one.oracle}: ${costWords[one.cost]}${each}; ${how}, about ${one.runs} runs`,
        width,
      ),
      ...one.varies.flatMap((what) => hang('     • ', what, width)),
    );
  }
  if (command !== undefined) lines.push('', ...hang('Command  ', command, width));
  if (addresses.length > 0) lines.push('', paint.strong('Asked'));
  for (const { host, port, what } of addresses) lines.push(...hang('  → ', `${host}:${port} ${what}`, width));
  if (left.length > 0) lines.push('', paint.strong('Left out'));
  for (const { variable, because } of left) lines.push(...hang(`  ${variable.padEnd(9)} `, because, width));
  lines.push(
    '',
    ...hang(
      'Budget   ',
      `${budget.requests} live calls, ${budget.tokens} paid tokens, ${budget.seconds} seconds.`,
      width,
    ),
  );
  return `${lines.join('\n')}\n`;
}
