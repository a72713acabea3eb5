import type { Cost } from '../../core/probe.ts';
import { hang, wrapText } from '../../report/layout.ts';
import type { TextStyle } from '../../report/verdict-text.ts';
import type { Budget } from '../../core/budget.ts';
import type { Plan, Step } from './plan.ts';

const costWords: Readonly<Record<Cost, string>> = {
  nothing: 'costs nothing',
  local: 'this machine only',
  'free-call': 'free contact',
  'paid-call': 'paid, 1 output token',
};

const switches: Readonly<Record<string, string>> = {
  api: '--offline',
  status: '--no-status',
  proxy: '--proxy none',
  resolver: '--no-resolver',
  connectivity: '--no-connectivity',
  registry: '--no-registry',
};

/** What would be asked, of whom, in which order; nothing has been asked yet. */
export function planText({ steps, most }: Plan, budget: Budget, { paint, width }: TextStyle): string {
  const running = steps.filter(({ leftOut }) => leftOut === undefined);
  const left = steps.filter(({ leftOut, isNeedless }) => leftOut !== undefined && !isNeedless);
  return `${[
    ...wrapText('Probes, in this order; the first decisive finding ends the run', width).map(paint.strong),
    ...running.flatMap((step, at) => stepLines(step, `${String(at + 1).padStart(3)}. `, width)),
    ...(left.length > 0 ? ['', paint.strong('Left out')] : []),
    ...left.flatMap(({ probe, leftOut = '' }) => leftOutLines(probe.id, leftOut, width)),
    '',
    ...hang(
      'At most  ',
      `${most.requests} HTTP requests and ${most.tokens} paid tokens; the budget is ${budget.requests} requests, ${budget.tokens} tokens and ${budget.seconds} seconds.`,
      width,
    ),
    ...hang(
      'Not sent ',
      'Nothing is sent anywhere else, and nothing is kept. The credential goes to the base URL only.',
      width,
    ),
  ].join('\n')}\n`;
}

/** In a narrow terminal a name and its reason stand below each other. */
function leftOutLines(id: string, because: string, width: number): readonly string[] {
  if (width >= 60) return hang(`     ${id.padEnd(18)} `, because, width);
  return [`     ${id}`, ...hang(' '.repeat(7), because, width)];
}

function stepLines({ probe, addresses }: Step, number: string, width: number): readonly string[] {
  const indent = ' '.repeat(number.length);
  return [
    ...hang(number, `${probe.id}: ${probe.asks} (${costWords[probe.cost]}, at most ${probe.limitMs / 1000} s)`, width),
    ...addresses.flatMap(({ host, port, what, purpose }) =>
      hang(`${indent}→ `, `${host}:${port} ${what} [off: ${switches[purpose] ?? '--offline'}]`, width),
    ),
  ];
}

/** The plan as plain data. */
export function planJson({ steps, most }: Plan, budget: Budget): unknown {
  return {
    probes: steps.map(({ probe, leftOut, addresses }) => ({
      id: probe.id,
      asks: probe.asks,
      cost: probe.cost,
      limitMs: probe.limitMs,
      needs: probe.needs ?? [],
      rulesOut: probe.rulesOut,
      addresses: addresses.map((one) => ({ ...one, off: switches[one.purpose] })),
      ...(leftOut === undefined ? {} : { leftOut }),
    })),
    most,
    budget,
  };
}
