import { estimateRequest } from '../../check/index.ts';
import { checkText } from '../../check/text/body.ts';
import type { AnswerShape, Baseline } from '../../core/baseline.ts';
import { meterOf, type Budget } from '../../core/budget.ts';
import { FaultlineError } from '../../core/error.ts';
import { isObject, numberOf } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import type { Platform } from '../../core/evidence.ts';
import type { Target } from '../../core/probe.ts';
import type { Problem } from '../../core/problem.ts';
import { endingWords } from '../../experiments/ending.ts';
import { endingOfAnswer } from '../../experiments/oracles/answer.ts';
import { limitsIn } from '../../probes/account/limits.ts';
import { callTo } from '../../probes/call.ts';
import { sentenceOf } from '../../report/check-formats.ts';
import type { Host } from '../operation.ts';
import { judgeOneText } from '../one-verdict.ts';
import type { World } from '../world/world.ts';
import { answerShapeOf } from './answer-shape.ts';

/** A request that works. */
export type KnownGood = Pick<Baseline['knownGood'], 'endpoint' | 'headers' | 'body'>;

/** What the rules say of a request on a day: the errors and warnings, as sentences. */
export interface RulesSaid {
  readonly errors: readonly string[];
  readonly warnings: readonly string[];
}

/** Asks the rules of the API, which costs nothing and asks nobody. */
export function judgedByRules({ endpoint, headers, body }: KnownGood, platform: Platform, day: string): RulesSaid {
  const text = JSON.stringify(body);
  const { problems } = checkText(text, { endpoint, platform, headers, headersKnown: true, asOf: day });
  const said = (severity: Problem['severity']): readonly string[] =>
    problems.filter((one) => one.severity === severity).map(sentenceOf);
  return { errors: said('error'), warnings: said('warning') };
}

/** How a live call ended. */
export type LiveSaid =
  | { readonly kind: 'answered'; readonly answer?: AnswerShape; readonly limits: Readonly<Record<string, number>> }
  | { readonly kind: 'refused'; readonly said: string }
  | { readonly kind: 'unanswered'; readonly said: string };

/** What one live call may use when nobody says otherwise. */
export const liveBudget: Budget = { requests: 1, tokens: 5000, seconds: 90 };

/** Sends the request once, within the budget; what it may cost is said before. */
export async function sentLive(
  { endpoint, headers, body }: KnownGood,
  target: Target,
  budget: Budget,
  host: Host,
  world: World,
): Promise<LiveSaid> {
  if (!target.credential) {
    throw new FaultlineError(
      'key-missing',
      'Live calls need a key, and the environment holds none.',
      'Set ANTHROPIC_API_KEY, or leave --live out.',
    );
  }
  const input = estimateRequest(body, { endpoint, platform: target.platform })?.total.high ?? 0;
  const tokens = input + (numberOf(body.max_tokens) ?? 0);
  if (!meterOf(budget).take({ requests: 1, tokens })) {
    throw new FaultlineError(
      'budget-too-small',
      `The known-good request can use ${tokens} tokens; the budget is ${budget.requests} requests and ${budget.tokens} tokens.`,
      `Allow it (--budget tokens=${tokens}), or save a smaller request.`,
    );
  }
  host.err(
    `faultline: sends the known-good request to ${target.baseUrl} with the key in ${target.credential.name}: at most ${tokens} tokens.\n`,
  );
  const question = callTo(target, endpoint, { withKey: true, body: JSON.stringify(body), headers });
  const answer = await world.networkWithin(budget.seconds * 1000).send(question);
  if (answer.kind === 'failed') return { kind: 'unanswered', said: `no answer (${answer.code})` };
  const ending = await endingOfAnswer(answer, judgeOneText);
  // A busy service says nothing of the configuration.
  if (ending.kind === 'failure') {
    const passes = answer.status === 429 || answer.status >= 500;
    return { kind: passes ? 'unanswered' : 'refused', said: endingWords(ending) };
  }
  return {
    kind: 'answered',
    limits: Object.fromEntries(limitsIn(answer.headers).map(({ unit, limit }) => [unit, limit])),
    ...present({ answer: answerShapeOf(answer.body) }),
  };
}

/** The smallest request that there is for a model. */
export function smallestFor(model: string): KnownGood {
  return {
    endpoint: '/v1/messages',
    headers: {},
    body: { model, max_tokens: 16, messages: [{ role: 'user', content: 'Answer with one word.' }] },
  };
}

/** The model that a request asks for. */
export function modelOf({ body }: KnownGood): string | undefined {
  return isObject(body) && typeof body.model === 'string' ? body.model : undefined;
}

/** The beta values that a request is sent with. */
export function betasOf({ headers }: KnownGood): readonly string[] {
  return (headers['anthropic-beta'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .toSorted();
}
