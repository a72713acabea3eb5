import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { ReductionReport, ToldAnswer } from '../../core/reduction.ts';
import {
  endingWords,
  failureJson,
  likenessTo,
  type Ending,
  type Failure,
  type Likeness,
} from '../../experiments/ending.ts';
import { cheapestFirst, type Oracle } from '../../experiments/oracle.ts';
import { mayPass } from '../../experiments/patience.ts';
import { reduce, type Probed, type Reduction } from '../../experiments/reduce/reduce.ts';
import { reproduce } from '../../experiments/reproduction.ts';
import type { Environment, StudiedRequest } from '../../experiments/request.ts';
import { judgeSeries, leadOfThree, oneRun } from '../../experiments/series.ts';
import type { Session } from '../../experiments/session.ts';
import { goneOf, partsOf } from './parts.ts';
import type { Studied } from './studied.ts';
import { toldReport, toldRequest } from './told.ts';

/** What a reduction works with. */
export interface Work {
  readonly studied: Studied;
  readonly oracles: readonly Oracle[];
  readonly environment: Environment;
  readonly session: Session;
  readonly onProbe?: (probe: Probed) => void;
}

/** Finds the cheapest oracle that shows the failure, reduces by it, and has the dearest one confirm the end. */
export async function reduceStudied(work: Work): Promise<ReductionReport> {
  const { studied, oracles, environment, session } = work;
  if (studied.known && isNoMatterOfRequest(studied.known)) throw notOfRequest(studied.known);
  const found = await reproduce(session, oracles, studied.request, environment, studied.known);
  const tried = found.tried.map(({ oracle, ending }): ToldAnswer => answerOf(oracle, ending));
  const nothing = { source: studied.source, tried, parts: [], gone: [], isMinimal: false, redactions: 0 };
  if (found.kind === 'not-reproduced') {
    return toldReport({
      ...nothing,
      outcome: 'not-reproduced',
      probes: tried.length,
      screened: 0,
      spent: session.spent(),
    });
  }
  const { oracle, failure } = found;
  if (isNoMatterOfRequest(failure)) throw notOfRequest(failure);
  const { reduction, confirmed } = await reducedAndConfirmed(work, oracle, failure);
  return toldReport({
    ...nothing,
    outcome: 'reduced',
    failure: failureJson(failure),
    failureLeft: failureJson(reduction.failure),
    oracle: oracle.name,
    request: toldRequest(reduction.request),
    parts: partsOf(studied.request, reduction.request),
    gone: goneOf(studied.request, reduction.request),
    isMinimal: reduction.endedEarly === undefined,
    probes: reduction.probes + 1,
    screened: reduction.screened,
    spent: session.spent(),
    ...present({ endedEarly: reduction.endedEarly, confirmed }),
  });
}

interface Confirmed {
  readonly reduction: Reduction;
  readonly confirmed: ReductionReport['confirmed'];
}

/**
 * Reduces, and confirms the end. An oracle that answers the same question in two ways is asked until one answer leads;
 * where that shows only at the end, all is done again in that way.
 */
async function reducedAndConfirmed(work: Work, oracle: Oracle, failure: Failure): Promise<Confirmed> {
  const { studied, environment, session } = work;
  const again = oracle.isSteady ? 'same' : likenessTo(failure, await session.ask(oracle, studied.request, environment));
  const wavers = again === 'other' || again === 'success';
  const first = await attempt(work, oracle, failure, wavers);
  const isRefuted = first.confirmed?.isSame === false && first.confirmed.oracle === oracle.name;
  return isRefuted && !oracle.isSteady && !wavers ? attempt(work, oracle, failure, true) : first;
}

async function attempt(work: Work, oracle: Oracle, failure: Failure, wavers: boolean): Promise<Confirmed> {
  const { studied, oracles, environment, session, onProbe } = work;
  const { request } = studied;
  const reduction = await reduce({
    request,
    environment,
    oracle,
    failure,
    session,
    wavers,
    ...(onProbe ? { onProbe } : {}),
  });
  if (reduction.endedEarly !== undefined) return { reduction, confirmed: undefined };
  const dearest = cheapestFirst(oracles).at(-1);
  return { reduction, confirmed: await confirmedBy(dearest, oracle, reduction.request, failure, work) };
}

async function confirmedBy(
  dearest: Oracle | undefined,
  worked: Oracle,
  request: StudiedRequest,
  failure: Failure,
  { environment, session }: Work,
): Promise<ReductionReport['confirmed']> {
  if (!dearest || (dearest === worked && dearest.isSteady)) return undefined;
  const runs: Likeness[] = [];
  const endings: Ending[] = [];
  for (;;) {
    const ending = await session.ask(dearest, request, environment);
    endings.push(ending);
    runs.push(likenessTo(failure, ending));
    const judged = judgeSeries(runs, dearest.isSteady ? oneRun : leadOfThree);
    if (judged === undefined) continue;
    const shown = endings[Math.max(0, runs.lastIndexOf(judged))] ?? ending;
    return { ...answerOf(dearest, shown), isSame: judged === 'same', runs: runs.length };
  }
}

function answerOf({ name }: Oracle, ending: Ending): ToldAnswer {
  return { oracle: name, said: endingWords(ending) };
}

/** Limits, overload and broken connections do not depend on what a request says. */
function isNoMatterOfRequest(failure: Failure): boolean {
  const { status } = failure;
  return mayPass(failure) && (status === undefined || status === 408 || status === 429 || status === 529);
}

function notOfRequest(failure: Failure): FaultlineError {
  return new FaultlineError(
    'failure-not-of-request',
    `This failure (${endingWords(failure)}) does not depend on what the request says, so no smaller request would show it better.`,
    '`faultline explain` and `faultline doctor` say what it comes from.',
  );
}
