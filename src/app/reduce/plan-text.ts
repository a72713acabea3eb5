import type { Budget } from '../../core/budget.ts';
import type { Oracle, OracleCost } from '../../experiments/oracle.ts';
import { hang } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import type { Live } from './live.ts';

const costs: Readonly<Record<OracleCost, string>> = {
  free: 'on this machine, costs nothing',
  command: 'your command, once for each question',
  'free-call': 'a call that nobody pays for',
  'paid-call': 'a paid call, with `max_tokens` cut down',
};

/** What would be asked, of whom, and what it may use at most; nothing has been asked yet. */
export function reducePlanText(
  oracles: readonly Oracle[],
  live: Live | undefined,
  budget: Budget,
  { paint, width }: TextStyle,
): string {
  const { requests, tokens, seconds } = budget;
  return `${[
    paint.strong('Oracles, the cheapest first; the first that shows the failure does the work'),
    ...oracles.flatMap(({ name, cost }, at) => hang(`  ${at + 1}. `, `${name}: ${costs[cost]}`, width)),
    ...(live
      ? live.addresses.flatMap(({ host, port, what }) => hang('     → ', `${host}:${port} ${what}`, width))
      : []),
    ...hang('', `The last one, ${oracles.at(-1)?.name ?? ''}, confirms the end.`, width),
    '',
    ...hang(
      'At most  ',
      live || oracles.some(({ cost }) => cost === 'command')
        ? `${requests} calls, ${tokens} tokens and ${seconds} seconds (--budget); every call counts with the most that it can cost.`
        : 'Nothing: it needs no network.',
      width,
    ),
    ...hang(
      'Not sent ',
      live
        ? 'Nothing is sent anywhere else. The credential goes to the base URL only.'
        : 'Nothing is sent anywhere; `--live` would allow it.',
      width,
    ),
  ].join('\n')}\n`;
}

/** The plan as plain data. */
export function reducePlanJson(oracles: readonly Oracle[], live: Live | undefined, budget: Budget): unknown {
  return {
    kind: 'plan',
    oracles: oracles.map(({ name, cost }) => ({ name, cost })),
    addresses: live?.addresses ?? [],
    budget,
  };
}
