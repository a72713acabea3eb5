import { createHash } from 'node:crypto';
import type { BodyPath } from '../../core/problem.ts';
import { likenessTo, shapeOfMessage, type Ending, type Failure, type Likeness } from '../ending.ts';
import type { Oracle } from '../oracle.ts';
import { firstProblem } from '../oracles/checker.ts';
import { bodyOf, type Environment, type StudiedRequest } from '../request.ts';
import { judgeSeries, leadOfThree, oneRun } from '../series.ts';
import type { Session } from '../session.ts';
import { shrinkBrokenJson } from './broken-json.ts';
import { placeOf, type Lead } from './levels.ts';
import { search } from './search.ts';
import { shrinkText } from './texts.ts';
import { requestOf, treeOf } from './tree.ts';

/** What is to be reduced, and by which oracle. */
export interface Reducing {
  readonly request: StudiedRequest;
  readonly environment: Environment;
  readonly oracle: Oracle;
  /** The failure that must stay. */
  readonly failure: Failure;
  readonly session: Session;
  /** The oracle was seen to answer the same question in two ways. */
  readonly wavers?: boolean;
  readonly onProbe?: (probe: Probed) => void;
}

/** One question that was asked on the way. */
export interface Probed {
  readonly number: number;
  readonly likeness: Likeness;
  /** Of the smallest request so far. */
  readonly bytes: number;
}

/** What is left of a request. */
export interface Reduction {
  readonly request: StudiedRequest;
  /** How it fails now: the failure under study, in the words for what is left. */
  readonly failure: Failure;
  /** Questions put to the oracle; the same question is asked once. */
  readonly probes: number;
  /** Candidates that the checker refused for a reason of their own, so that the oracle was not asked. */
  readonly screened: number;
  /** Why the work ended before nothing more could be taken out. */
  readonly endedEarly?: string;
}

/** Makes a request smaller while it fails in the same way; see `search` for what it comes to. */
export async function reduce(reducing: Reducing): Promise<Reduction> {
  const { request, environment, failure, onProbe } = reducing;
  const seen = new Map<string, BodyPath | undefined>();
  const foreign = screenOf(reducing);
  let best = request;
  const failures = new Map<string, Failure>();
  let probes = 0;
  let screened = 0;
  let endedEarly: string | undefined;

  const keeps = async (candidate: StudiedRequest): Promise<BodyPath | undefined> => {
    const key = keyOf(candidate);
    if (seen.has(key)) return seen.get(key);
    if (endedEarly !== undefined) return undefined;
    if (foreign(candidate)) {
      screened++;
      seen.set(key, undefined);
      return undefined;
    }
    probes++;
    const { likeness, ending } = await likenessOf(candidate, reducing);
    if (ending.kind === 'unanswerable' && ending.isOver === true) endedEarly = ending.because;
    const at = likeness === 'same' && ending.kind === 'failure' ? placeIn(candidate, ending, environment) : undefined;
    if (at && ending.kind === 'failure') failures.set(key, ending);
    if (at && candidate.text.length <= best.text.length) best = candidate;
    seen.set(key, at);
    onProbe?.({ number: probes, likeness, bytes: best.text.length });
    return at;
  };

  const tree = treeOf(request);
  const isOfText = failure.row === 'json-invalid' || !tree;
  if (isOfText) {
    const keepsText = async (text: string): Promise<boolean> => (await keeps({ ...request, text })) !== undefined;
    const problem = firstProblem(request, environment);
    if (problem?.row === 'json-invalid') await shrinkBrokenJson(request.text, problem.offset, keepsText);
    else await shrinkText(request.text, keepsText);
  } else {
    const lead: Lead = {
      at: placeIn(request, failure, environment),
      words: `${failure.path ?? ''} ${failure.message ?? ''}`,
      endpoint: request.endpoint,
    };
    const found = requestOf(await search(tree, lead, async (one) => keeps(requestOf(one, request))), request);
    // A text that parsing changes may fail in a way that its value does not.
    if (found.text.length <= best.text.length && seen.get(keyOf(found))) best = found;
  }
  const left = failures.get(keyOf(best)) ?? failure;
  return { request: best, failure: left, probes, screened, ...(endedEarly === undefined ? {} : { endedEarly }) };
}

/** A key that is short, since candidates can be of many megabytes. */
function keyOf({ headers, text }: StudiedRequest): string {
  return createHash('sha256').update(JSON.stringify(headers)).update(text).digest('base64');
}

async function likenessOf(
  candidate: StudiedRequest,
  { oracle, environment, failure, session, wavers = false }: Reducing,
): Promise<{ readonly likeness: Likeness; readonly ending: Ending }> {
  const rule = oracle.isSteady || !wavers ? oneRun : leadOfThree;
  const runs: Likeness[] = [];
  let shown: Ending | undefined;
  for (;;) {
    const ending = await session.ask(oracle, candidate, environment);
    const likeness = isSame(failure, ending) ? likenessTo(failure, ending) : differing(failure, ending);
    runs.push(likeness);
    if (likeness === 'same' || !shown) shown = ending;
    const judged = judgeSeries(runs, rule);
    if (judged !== undefined) return { likeness: judged, ending: shown };
  }
}

/** JSON that cannot be read is one cause with many reasons, and another reason is another failure. */
function isSame(failure: Failure, ending: Ending): boolean {
  if (failure.row !== 'json-invalid' || ending.kind !== 'failure') return true;
  return shapeOfMessage(failure.message) === shapeOfMessage(ending.message);
}

function differing(failure: Failure, ending: Ending): Likeness {
  const likeness = likenessTo(failure, ending);
  return likeness === 'same' ? 'other' : likeness;
}

/** Where in the body a failure is: the checker knows it, and the path of an answer tells it. */
function placeIn(request: StudiedRequest, failure: Failure, environment: Environment): BodyPath {
  const problem = firstProblem(request, environment);
  if (problem && failure.causes.includes(problem.cause)) return problem.at;
  const body = bodyOf(request);
  return body && failure.path !== undefined ? placeOf(body, failure.path) : [];
}

/**
 * Whether the checker refuses a candidate for a reason that the request did not have: it would fail in another way, and
 * a dearer oracle need not be asked.
 */
function screenOf({ request, environment, oracle }: Reducing): (candidate: StudiedRequest) => boolean {
  if (oracle.cost === 'free') return () => false;
  const own = firstProblem(request, environment);
  return (candidate) => {
    const problem = firstProblem(candidate, environment);
    return problem !== undefined && (problem.cause !== own?.cause || problem.row !== own.row);
  };
}
