import { hash, randomBytes } from 'node:crypto';
import { bodyText } from '../../capture/exchange/body-text.ts';
import { followCalls } from '../../capture/exchange/calls.ts';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { headerIn } from '../../capture/exchange/headers.ts';
import { credentialsOf } from '../../capture/exchange/sanitize.ts';
import { checkResponse } from '../../check/response/response.ts';
import { parsedJson } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { startProxy } from '../../proxy/proxy.ts';
import { upstreamOf, type Upstream } from '../../proxy/upstream.ts';
import { startSimulator } from '../../simulator/index.ts';
import { ownUpstream, recordedEnvironment } from '../run/environment.ts';
import { withoutMisleading } from '../simulate/command.ts';
import { scenarioFaults, type Scenario } from './scenarios.ts';

/** One HTTP try of the application, as the recorder saw it. */
export interface Try {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly tookMs: number;
  readonly path: string;
  /** Absent where no answer came. */
  readonly status?: number;
  readonly requestId?: string;
  /** It was refused, or its answer cannot be used. */
  readonly hasFailed: boolean;
  /** The application went away before the end. */
  readonly isAbandoned: boolean;
  /** Tries of one call have the same number. */
  readonly call: number;
  /** What the answer lacks of the structure of a message. */
  readonly problems: readonly string[];
  /** What came back in place of a good answer. */
  readonly answer: string;
  /** The answer began with a good status, and broke off before it was whole. */
  readonly isCut: boolean;
  readonly isStream: boolean;
}

/** Where an application is put through scenarios: the recorder, and behind it the simulator or the API. */
export interface Stage {
  /** The variables with which the application finds it; for the simulator, with a key that is made here and opens nothing. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The address that the application calls. */
  readonly url: string;
  /** Begins a scenario; what was seen before is forgotten. */
  readonly play: (scenario: Scenario, onTry: (tries: readonly Try[]) => void) => void;
  /** What was seen since. */
  readonly tries: () => readonly Try[];
  /** The exchanges themselves, credentials and all. */
  readonly exchanges: () => readonly Exchange[];
  /** Every credential that the application sent so far, with the one that it was given. */
  readonly credentials: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Opens a stage for an application whose environment would be `env`. */
export async function openStage(env: Environment): Promise<Stage> {
  const key = stageKey();
  const simulator = await startSimulator({ ownFaults: scenarioFaults });
  try {
    const { begin, stop, url, ...seen } = await watchCalls(upstreamOf(simulator.url, {}), [key]);
    return {
      ...seen,
      url,
      env: { ...recordedEnvironment(withoutMisleading(env), url), ANTHROPIC_API_KEY: key },
      play({ fault }, listener) {
        begin(listener);
        simulator.heal();
        if (fault) simulator.inject(fault.fault, fault);
      },
      async stop() {
        await stop();
        await simulator.stop();
      },
    };
  } catch (error) {
    await simulator.stop();
    throw error;
  }
}

/** Opens a stage on which the application calls the API itself, as it does without us. */
export async function openLiveStage(env: Environment): Promise<Stage> {
  const { begin, url, ...seen } = await watchCalls(upstreamOf(ownUpstream(env), env), []);
  return { ...seen, url, env: recordedEnvironment(env, url), play: (_, listener) => begin(listener) };
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The recorder in front of an upstream. */
interface Watch extends Pick<Stage, 'url' | 'tries' | 'exchanges' | 'credentials' | 'stop'> {
  readonly begin: (listener: (tries: readonly Try[]) => void) => void;
}

async function watchCalls(upstream: Upstream, given: readonly string[]): Promise<Watch> {
  const credentials = new Set(given);
  let tries: readonly Try[] = [];
  let exchanges: readonly Exchange[] = [];
  let readTry = tryReader();
  let beganAt = 0;
  let onTry: ((tries: readonly Try[]) => void) | undefined;
  const proxy = await startProxy({
    upstream,
    onExchange(exchange) {
      for (const credential of credentialsOf(exchange)) credentials.add(credential);
      // What a scenario before had begun is none of this one.
      if (exchange.at < beganAt) return;
      exchanges = [...exchanges, exchange];
      tries = [...tries, readTry(exchange)];
      onTry?.(tries);
    },
  });
  return {
    url: proxy.url,
    begin(listener) {
      tries = [];
      exchanges = [];
      readTry = tryReader();
      beganAt = Date.now();
      onTry = listener;
    },
    tries: () => tries,
    exchanges: () => exchanges,
    credentials: () => [...credentials],
    stop: proxy.stop,
  };
}

/** The tries of each call, in order. */
export function callsOf(tries: readonly Try[]): readonly (readonly Try[])[] {
  const calls = new Map<number, readonly Try[]>();
  for (const one of tries) calls.set(one.call, [...(calls.get(one.call) ?? []), one]);
  return [...calls.values()];
}

/** In the form of a key, and different every time, so that it is found wherever it turns up. */
function stageKey(): string {
  return ['sk', 'ant', 'api03', `${randomBytes(70).toString('base64url').slice(0, 93)}AA`].join('-');
}

/** Reads exchanges as tries of calls, in the order in which they end. */
function tryReader(): (exchange: Exchange) => Try {
  const follow = followCalls();
  const calls = new Map<string, number>();
  let count = 0;
  return (exchange) => {
    const { at, path, ending, response, timing, body, method } = exchange;
    const answer = response ? (bodyText(response.body, response.headers).text ?? '') : '';
    const problems = isMessageAnswer(exchange) ? problemsOf(exchange, answer) : [];
    const status = response?.status;
    const isAbandoned = ending.kind === 'abandoned' || ending.kind === 'stopped';
    const hasFailed =
      !isAbandoned && (status === undefined || status >= 400 || ending.kind !== 'complete' || problems.length > 0);
    const requestId = response && headerIn(response.headers, 'request-id');
    const key = `${method} ${path} ${hash('sha1', body.head, 'base64url')}`;
    const tookMs = timing.endMs;
    const { attempts, isRetry } = follow({ at, tookMs, hasFailed, ...present({ status, requestId }) }, () => key);
    const before = isRetry ? attempts.at(-2) : undefined;
    const call = (before && calls.get(placeOf(Date.parse(before.at), before.requestId))) ?? count++;
    calls.set(placeOf(at, requestId), call);
    return {
      at,
      tookMs,
      path,
      hasFailed,
      isAbandoned,
      call,
      problems,
      answer: hasFailed ? answer : '',
      isCut: hasFailed && status === 200,
      isStream: /^text\/event-stream/i.test(headerIn(response?.headers ?? [], 'content-type') ?? ''),
      ...present({ status, requestId }),
    };
  };
}

function placeOf(at: number, requestId: string | undefined): string {
  return `${at} ${requestId ?? ''}`;
}

function isMessageAnswer({ path, response }: Exchange): boolean {
  return /\/messages\/?(?:$|\?)/.test(path) && response?.status === 200;
}

function problemsOf({ body, headers }: Exchange, answer: string): readonly string[] {
  const { text } = bodyText(body, headers);
  const request = text === undefined ? undefined : parsedJson(text);
  return checkResponse(answer, { request }).problems.flatMap(({ severity, message }) =>
    severity === 'error' ? message : [],
  );
}
