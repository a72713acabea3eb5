import { FaultlineError } from '../../core/error.ts';
import type { ProbeOutcome, Target } from '../../core/probe.ts';
import { apiKey } from '../../probes/account/api-key.ts';
import { httpExchange } from '../../probes/network/http-exchange.ts';
import { statusPage } from '../../probes/status/status-page.ts';
import { redact } from '../../redactors/index.ts';
import { duration } from '../../report/words.ts';
import { exitCodes, type ExitCode, type Host } from '../operation.ts';
import type { World } from '../world/world.ts';
import { conduct } from './conduct.ts';
import { defaultBudget } from '../../core/budget.ts';
import type { Wishes } from './options.ts';
import { planOf } from './plan.ts';

const everyMs = 30_000;

/** Follows the status page and one free call until the service answers and no incident is open any more. */
export async function watch(
  target: Target,
  { budget, isBudgetGiven, limitMs }: Wishes,
  world: World,
  host: Host,
): Promise<ExitCode> {
  const call = target.credential ? apiKey : httpExchange;
  const plan = planOf([statusPage, call], target, { offline: false });
  if (plan.steps.every(({ leftOut }) => leftOut !== undefined)) {
    throw new FaultlineError(
      'nothing-to-watch',
      'Neither the status page nor the API may be asked.',
      'Leave `--no-status` out.',
    );
  }
  const started = world.machine.now();
  let asked = 0;
  for (let round = 1; ; round++) {
    const now = { ...target, failedAt: world.machine.now() };
    const { outcomes, spent } = await conduct(plan, {
      target: now,
      world,
      budget: defaultBudget,
      goesOn: true,
      ...(limitMs === undefined ? {} : { limitMs }),
    });
    asked += spent.requests;
    const passedMs = world.machine.now() - started;
    const page = outcomes.get(statusPage.id);
    const answer = outcomes.get(call.id);
    host.out(`${[clock(world), said(page), said(answer)].filter((part) => part !== '').join('  ')}\n`);
    if (page?.kind !== 'finding' && answer?.kind === 'fine') {
      host.out(
        round === 1
          ? 'The service answers, and no incident that touches the API is open: there is nothing to wait for.\n'
          : `The service is back, ${duration(passedMs)} after this watch began. Let traffic return step by step.\n`,
      );
      return exitCodes.nothingFound;
    }
    // A watch is bounded by the budget only where the user sets one for it.
    if (isBudgetGiven && (passedMs + everyMs > budget.seconds * 1000 || asked + spent.requests > budget.requests)) {
      host.out(`The budget of this watch is used up after ${duration(passedMs)}; the service is not back yet.\n`);
      return exitCodes.couldNotTell;
    }
    await world.networkWithin(everyMs + 1000).wait(everyMs);
  }
}

function clock({ machine }: World): string {
  return new Date(machine.now()).toISOString().slice(11, 19);
}

function said(outcome: ProbeOutcome | undefined): string {
  if (!outcome) return '';
  if (outcome.kind === 'fine') return outcome.saw;
  return redact(outcome.kind === 'finding' ? outcome.findings.map(({ saw }) => saw).join(' ') : outcome.because).text;
}
