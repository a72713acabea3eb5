import { meterOf, type Budget } from '../../core/budget.ts';
import type { Incident } from '../../core/incident.ts';
import { present } from '../../core/present.ts';
import type { Target } from '../../core/probe.ts';
import type { Rerun } from '../../core/support-report.ts';
import type { Verdict } from '../../core/verdict.ts';
import { endingWords, likenessTo, type Failure } from '../../experiments/ending.ts';
import type { Oracle } from '../../experiments/oracle.ts';
import { failureOfVerdict } from '../../experiments/oracles/answer.ts';
import { checker } from '../../experiments/oracles/checker.ts';
import { liveCall } from '../../experiments/oracles/live.ts';
import { simulator } from '../../experiments/oracles/simulator.ts';
import type { Environment, StudiedRequest } from '../../experiments/request.ts';
import { sessionOf } from '../../experiments/session.ts';
import { platformOfHost } from '../../facts/reachability.ts';
import { duration } from '../../report/words.ts';
import type { Host } from '../operation.ts';
import { judgeText } from '../verdict.ts';
import type { World } from '../world/world.ts';

/** What one repetition of a call may use. */
export const rerunBudget: Budget = { requests: 3, tokens: 50_000, seconds: 120 };

/** How a live call is to be made: to where this environment points, never to where a report does. */
export interface LiveWish {
  readonly target: Target;
  readonly budget: Budget;
}

/** Asks how a request ends: by the rules, by the simulator, and by the API itself where that is wished. */
export async function rerunsOf(
  incident: Incident,
  request: StudiedRequest,
  day: string,
  live: LiveWish | undefined,
  host: Host,
  world: World,
): Promise<readonly Rerun[]> {
  const studied = failureOf(incident);
  const oracles: Oracle[] = [checker, simulator(judge)];
  if (live) {
    const call = liveCall(judge, { keepsMaxTokens: isAboutLength(studied) });
    announce(call, request, live, host);
    oracles.push(call);
  }
  const environment: Environment = {
    ...environmentOf(incident, day),
    ...present({ target: live?.target }),
    send: async (question) => world.networkWithin(callLimitMs).send(question),
  };
  const session = sessionOf({
    budget: live?.budget ?? rerunBudget,
    pace: { now: () => performance.now(), wait: async (ms) => world.networkWithin(ms + 1).wait(ms) },
    onPause: ({ waitMs, because }) => host.err(`faultline: ${because}; waiting ${duration(waitMs)}\n`),
  });
  session.study(studied);
  const reruns: Rerun[] = [];
  for (const oracle of oracles) {
    const ending = await session.ask(oracle, request, environment);
    reruns.push({
      by: oracle.name === 'simulator' || oracle.name === 'live call' ? oracle.name : 'checker',
      ending: endingWords(ending),
      likeness: likenessTo(studied, ending),
      ...(ending.kind === 'failure' && ending.message !== undefined ? { message: ending.message } : {}),
    });
  }
  return reruns;
}

const callLimitMs = 90_000;

/** Judges a text by all causes. */
export async function judge(text: string): Promise<Verdict> {
  return judgeText(text);
}

/** Says before it is done what is sent where, and what it may cost. */
function announce(call: Oracle, request: StudiedRequest, { target, budget }: LiveWish, host: Host): void {
  const uses = call.uses(request, { platform: target.platform, day: '' });
  const fits = meterOf(budget).take(uses);
  host.err(
    `faultline: ${fits ? 'sends' : 'does not send'} the request to ${target.baseUrl}${target.credential ? ` with the key in ${target.credential.name}` : ' without a key'}: at most ${uses.tokens} tokens; the budget is ${budget.requests} requests and ${budget.tokens} tokens.\n`,
  );
}

/** A failure that a smaller number of tokens could make go away. */
function isAboutLength({ path, message, causes }: Failure): boolean {
  return /max_tokens/.test(`${path} ${message}`) || causes.includes('output-truncated');
}

/** The request of an incident with another body. */
export function studiedRequest({ request: { path, headers } }: Incident, text: string): StudiedRequest {
  return {
    endpoint: path.replace(/\?.*/, ''),
    headers: Object.fromEntries(
      headers.filter(([name]) => meaningful.test(name)).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    areHeadersKnown: true,
    text,
  };
}

/** Headers that say how the body is to be read; all others are of the client, of the connection, or secret. */
const meaningful = /^anthropic-(?:version|beta)$/i;

/** The failure that an incident shows. */
export function failureOf({ verdict, response }: Incident): Failure {
  return { ...failureOfVerdict(verdict), ...present({ status: response?.status }) };
}

/** Where a request is judged, but for a way to send it. */
export function environmentOf(incident: Incident, day: string): Environment {
  return { platform: incident.verdict.facts.platform ?? platformOfHost(new URL(incident.upstream).hostname), day };
}
