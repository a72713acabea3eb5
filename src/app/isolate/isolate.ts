import { FaultlineError } from '../../core/error.ts';
import type { Isolation } from '../../core/isolation.ts';
import { present } from '../../core/present.ts';
import { sessionOf, type Session } from '../../experiments/session.ts';
import { statusPage } from '../../probes/status/status-page.ts';
import { conduct } from '../doctor/conduct.ts';
import { planOf } from '../doctor/plan.ts';
import { likenessMarks } from '../../report/isolation-text.ts';
import type { Host } from '../operation.ts';
import type { World } from '../world/world.ts';
import type { Known } from './decisions.ts';
import { isolationOf } from './isolation.ts';
import { askerOf, sees, type Asker } from './oracles.ts';
import type { Order } from './order.ts';
import { confirm, endingOfRun, runSearch, showFailure, type EndedRun, type RunOptions } from './running.ts';

/** Runs an order to its end, or until it is interrupted. */
export async function isolate(order: Order, host: Host, world: World, signal: AbortSignal): Promise<Isolation> {
  const { things, known, budget, failing, allowed } = order;
  const session = sessionOf({
    budget,
    pace: { now: () => performance.now(), wait: async (ms) => world.networkWithin(ms + 1000).wait(ms) },
    isWayStudied: things.all.some(({ reach }) => reach === 'way' || reach === 'command'),
    onPause: ({ waitMs, because }) => host.err(`faultline: ${because}; going on in ${Math.round(waitMs / 1000)} s\n`),
  });
  const asker = askerFor(order, session, world, signal);
  const status = order.asksStatus ? await statusOf(order, world) : undefined;
  const options: RunOptions = {
    things,
    asker,
    session,
    strategy: order.strategy,
    onRun: tellOf(host),
    ...present({ known }),
  };
  const shown = await showFailure(options);
  const searched = shown.kind === 'shown' ? await runSearch(options, shown) : undefined;
  const confirmations = searched ? await confirm(options, searched) : [];
  if (host.errIsTerminal) host.err(clearLine);
  return isolationOf({
    failing,
    things,
    shown,
    confirmations,
    left: order.left,
    notes: order.notes,
    spent: session.spent(),
    budget,
    hasCommand: allowed.command !== undefined,
    hasGood: order.comparison !== undefined,
    ...present({ searched, known, status }),
  });
}

/** What may be asked by an order; one that would learn nothing from the answers is refused. */
export function askerFor(order: Order, session: Session, world: World, signal: AbortSignal): Asker {
  const { allowed, known, limitMs } = order;
  const asker = askerOf({
    allowed,
    session,
    world,
    signal,
    limitMs,
    day: order.day,
    keepsMaxTokens: known?.path === 'max_tokens',
  });
  refuseBlindness(order, asker);
  return asker;
}

/** Where nobody who is allowed to be asked can see a change, the answer would mean nothing. */
function refuseBlindness({ things, allowed }: Order, { oracles }: Asker): void {
  if (things.all.some(({ reach }) => oracles.some((oracle) => sees(oracle, reach)))) return;
  const reaches = new Set(things.all.map(({ reach }) => reach));
  const needs = reaches.has('command')
    ? 'Give the command that reads it behind `--`: `faultline isolate -- node app.js`.'
    : reaches.has('way')
      ? 'Allow free calls with --live.'
      : 'Allow calls that are paid for with --live --allow-paid.';
  throw new FaultlineError(
    'nothing-to-see',
    `Nobody who may be asked can see what would be varied (${[...new Set(things.all.map(({ variable }) => variable))].join(', ')}).`,
    allowed.hasRequest || reaches.has('command') ? needs : 'Give the failing request.',
  );
}

async function statusOf({ failing: { target } }: Order, world: World): Promise<Known['status']> {
  const plan = planOf([statusPage], target, { offline: false });
  const { outcomes } = await conduct(plan, {
    target,
    world,
    budget: { requests: 4, tokens: 0, seconds: 15 },
    goesOn: true,
  });
  const outcome = outcomes.get(statusPage.id);
  switch (outcome?.kind) {
    case 'fine':
      return { isIncident: false, said: outcome.saw.replace(/\.$/, '') };
    case 'finding':
      return { isIncident: true, said: (outcome.findings[0]?.saw ?? 'an incident is open').replace(/\.$/, '') };
    case 'unanswerable':
    case 'skipped':
    case undefined:
      return undefined;
  }
}

const clearLine = '\r\u001b[K';

/** A line for each run; in a terminal it stays one line, which goes at the end. */
function tellOf(host: Host): (run: EndedRun, number: number) => void {
  return (run, number) => {
    const text = `Run ${number} (${run.oracle.name}): ${likenessMarks[run.likeness].word}`;
    if (host.errIsTerminal) host.err(clearLine + text.slice(0, Math.max(20, host.columns - 1)));
    else if (run.oracle.cost !== 'free') host.err(`${text}, ${endingOfRun(run)}\n`);
  };
}
