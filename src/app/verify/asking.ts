import type { Platform } from '../../core/evidence.ts';
import type { Budget } from '../../core/budget.ts';
import type { CertificateTry } from '../../core/certificate.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { HttpAnswer } from '../../core/world.ts';
import type { Ending, Failure } from '../../experiments/ending.ts';
import type { Oracle } from '../../experiments/oracle.ts';
import { checker } from '../../experiments/oracles/checker.ts';
import { liveCall } from '../../experiments/oracles/live.ts';
import { simulator } from '../../experiments/oracles/simulator.ts';
import type { Environment, StudiedRequest } from '../../experiments/request.ts';
import { sessionOf, type SessionSpending } from '../../experiments/session.ts';
import { targetOf } from '../doctor/target.ts';
import { judgeOneText } from '../one-verdict.ts';
import type { Host } from '../operation.ts';
import type { World } from '../world/world.ts';
import { failureInAnswer } from './whole-answer.ts';

/** How a request ended, with what a live call got back. */
export interface Asked {
  readonly ending: Ending;
  readonly tries: readonly CertificateTry[];
  readonly tookMs: number;
  /** Of a live call that was answered. */
  readonly answer?: Extract<HttpAnswer, { readonly kind: 'answered' }>;
}

/** Asks how requests end, offline and, where that is allowed, live. */
export interface Asker {
  /** `isStudied`: it is the request of the incident, so that what failed there is looked for. */
  readonly ask: (oracle: Oracle, request: StudiedRequest, isStudied?: boolean) => Promise<Asked>;
  /** Says which failure is studied: it is never waited for. */
  readonly study: (failure: Failure) => void;
  readonly offline: readonly Oracle[];
  readonly live?: Oracle;
  /** Where live calls go. */
  readonly baseUrl?: string;
  readonly credentials: readonly string[];
  readonly spent: () => SessionSpending;
}

/** What live calls may use when nobody says otherwise. */
export const usualBudget: Budget = { requests: 8, tokens: 20_000, seconds: 120 };

/** Live calls that are allowed, and what they may use. */
export interface Live {
  readonly budget: Budget;
  /** The failure is about the length of the answer: `max_tokens` is sent as it is. */
  readonly keepsMaxTokens: boolean;
  /** The failure lies in an answer with a good status, which is then looked at whole. */
  readonly judgesAnswers: boolean;
}

const callLimitMs = 110_000;

/** Makes an asker; a live one says before its first call where it will go, and what that may use. */
export function askerFor(platform: Platform, live: Live | undefined, host: Host, world: World): Asker {
  const day = new Date(host.now()).toISOString().slice(0, 10);
  const offline = { platform, day };
  const target = live && liveTarget(host, live);
  let answers: HttpAnswer[] = [];
  const environment: Environment = target
    ? {
        ...offline,
        target,
        async send(question) {
          const answer = await world.networkWithin(callLimitMs).send(question);
          answers.push(answer);
          return answer;
        },
      }
    : offline;
  const pace = { now: () => performance.now(), wait: async (ms: number) => world.networkWithin(ms + 1000).wait(ms) };
  const session = sessionOf({
    budget: live?.budget ?? usualBudget,
    pace,
    onPause: ({ because, waitMs }) => host.err(`Waiting ${Math.ceil(waitMs / 1000)} s for the service: ${because}.\n`),
  });
  return {
    async ask(oracle, request, isStudied = false) {
      answers = [];
      const began = performance.now();
      const ending = await session.ask(oracle, request, environment);
      const last = answers.at(-1);
      const isJudged = isStudied && live?.judgesAnswers && ending.kind === 'success' && last?.kind === 'answered';
      const failure = isJudged && target ? await failureInAnswer(request, last, target.baseUrl) : undefined;
      return {
        ending: failure ?? ending,
        tookMs: Math.round(performance.now() - began),
        tries: answers.map(tryOf),
        ...(last?.kind === 'answered' ? { answer: last } : {}),
      };
    },
    study: session.study,
    credentials: target?.credential ? [target.credential.value] : [],
    offline: [checker, simulator(judgeOneText)],
    ...(target && live
      ? { live: liveCall(judgeOneText, { keepsMaxTokens: live.keepsMaxTokens }), baseUrl: target.baseUrl }
      : {}),
    spent: session.spent,
  };
}

function liveTarget(host: Host, { budget }: Live): ReturnType<typeof targetOf> {
  const target = targetOf({ mayPay: true }, host.env, host.now());
  if (!target.credential) {
    throw new FaultlineError(
      'credential-missing',
      '--live needs a credential, and the environment holds none.',
      'Set ANTHROPIC_API_KEY, or leave --live out.',
    );
  }
  host.err(
    `Live calls go to ${target.baseUrl} with ${target.credential.name}: at most ${budget.requests} requests, ${budget.tokens} tokens and ${budget.seconds} s (--budget).\n`,
  );
  return target;
}

function tryOf(answer: HttpAnswer): CertificateTry {
  const { tookMs } = answer;
  if (answer.kind === 'failed') return { afterMs: 0, tookMs: Math.round(tookMs) };
  const { status, headers } = answer;
  return { afterMs: 0, tookMs: Math.round(tookMs), status, ...present({ requestId: headers['request-id'] }) };
}
