import type { Incident } from '../../core/incident.ts';
import { likenessTo } from '../../experiments/ending.ts';
import { checker } from '../../experiments/oracles/checker.ts';
import { simulator } from '../../experiments/oracles/simulator.ts';
import { reduce } from '../../experiments/reduce/reduce.ts';
import { reproduce } from '../../experiments/reproduction.ts';
import { bodyOf, type StudiedRequest } from '../../experiments/request.ts';
import { sessionOf } from '../../experiments/session.ts';
import { neutralBody } from '../../redactors/neutral.ts';
import { environmentOf, failureOf, judge, rerunBudget } from './rerun.ts';

/** The smallest request that fails as the incident did, where that shows without asking anybody; else nothing. */
export async function smallest(
  incident: Incident,
  request: StudiedRequest,
  day: string,
): Promise<StudiedRequest | undefined> {
  const environment = environmentOf(incident, day);
  const session = sessionOf({
    budget: rerunBudget,
    pace: { now: () => performance.now(), wait: async () => {} },
  });
  const found = await reproduce(session, [checker, simulator(judge)], request, environment, failureOf(incident));
  if (found.kind === 'not-reproduced') return undefined;
  const { oracle, failure } = found;
  const { request: small } = await reduce({ request, environment, oracle, failure, session });
  // What the failure does not hang on says nothing then, names of fields included.
  const neutral = neutralRequest(small);
  if (!neutral) return small;
  return likenessTo(failure, await session.ask(oracle, neutral, environment)) === 'same' ? neutral : small;
}

/** A request whose body says nothing; nothing, where it is no JSON object. */
export function neutralRequest(request: StudiedRequest): StudiedRequest | undefined {
  const body = bodyOf(request);
  return body && { ...request, text: JSON.stringify(neutralBody(body)) };
}
