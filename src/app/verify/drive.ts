import { setTimeout as later } from 'node:timers/promises';
import { startGroup, type GroupEnding, type ProcessGroup } from '../process-group.ts';
import { deferred } from '../recorder/deferred.ts';
import { logReader, type LogReader } from './log-reader.ts';
import type { LogSeen, Performance, PerformanceEnding, Shown } from './performance.ts';
import type { Scenario } from './scenarios.ts';
import { callsOf, type Stage, type Try } from './stage.ts';
import { trigger, type Trigger } from './trigger.ts';

/** The application, and how it is driven. */
export interface Application {
  /** Run once for each scenario, or started once where something triggers each call. */
  readonly command: string;
  readonly trigger?: Trigger;
  readonly log?: LogPlace;
  readonly cwd: string;
  /** The most retries of one call. */
  readonly retries: number;
  readonly limitMs: number;
  /** More calls than that in one scenario are a program that does not stop. */
  readonly mostTries: number;
}

/** Where the application logs: a file, or outputs of its own, which its users do not see then. */
export type LogPlace =
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'output'; readonly of: 'stdout' | 'stderr' | 'both' };

/** How long the log of a server may take to be written when the call is over. */
const logPatienceMs = 1000;
/** How long a server that dies of a call may take to be gone. */
const dyingMs = 250;
/** How long a server that has answered may take to make its call. */
const latenessMs = 2000;
const lookEveryMs = 25;

/** Puts an application through scenarios, one after the other; a normal call that cannot be made ends it. */
export async function drive(
  application: Application,
  scenarios: readonly Scenario[],
  stage: Stage,
  signal: AbortSignal,
  onPlayed: (performance: Performance) => void = () => undefined,
): Promise<readonly Performance[]> {
  const player = application.trigger ? server(application, application.trigger, stage) : program(application, stage);
  const performances: Performance[] = [];
  try {
    for (const scenario of scenarios) {
      const performance = await player.play(scenario, signal);
      if (signal.aborted) break;
      performances.push(performance);
      onPlayed(performance);
      if (performance.ending.kind === 'not-played' || (scenario.id === 'normal' && performance.tries.length === 0))
        break;
    }
    return performances;
  } finally {
    await player.stop();
  }
}

interface Player {
  readonly play: (scenario: Scenario, signal: AbortSignal) => Promise<Performance>;
  readonly stop: () => Promise<void>;
}

/** A program that is run anew for each scenario. */
function program(application: Application, stage: Stage): Player {
  const { command, cwd, log: place } = application;
  const log = fileLog(place);
  return {
    async play(scenario, signal) {
      log?.mark();
      const beganAt = Date.now();
      const watch = watched(stage, scenario, application, signal);
      const group = startGroup(command, { cwd, env: stage.env });
      const ending = await Promise.race([group.ended.then(endingOf), watch.over]);
      await group.stop();
      watch.close();
      const outputs = (): Outputs => ({ out: group.out(), err: group.err() });
      await settled(stage);
      return {
        scenario: scenario.id,
        beganAt,
        tookMs: Date.now() - beganAt,
        ending,
        tries: stage.tries(),
        shown: shownOf(outputs(), place),
        output: `${group.out()}\n${group.err()}`,
        log: await logSeen(log, place, outputs, stage.tries(), 0),
      };
    },
    stop: async () => undefined,
  };
}

interface Server {
  readonly group: ProcessGroup;
  ending?: GroupEnding;
}

async function noteEnd(server: Server): Promise<void> {
  server.ending = await server.group.ended;
}

/** A server that is started once; where it dies or does not stop trying, it is started again for the next scenario. */
function server(application: Application, how: Trigger, stage: Stage): Player {
  const { command, cwd, log: place } = application;
  const log = fileLog(place);
  let running: Server | undefined;
  const started = (): Server => {
    if (running && !running.ending) return running;
    const fresh: Server = { group: startGroup(command, { cwd, env: stage.env }) };
    void noteEnd(fresh);
    running = fresh;
    return fresh;
  };
  return {
    async play(scenario, signal) {
      log?.mark();
      const beganAt = Date.now();
      const watch = watched(stage, scenario, application, signal);
      const before = running;
      const current = started();
      const { group } = current;
      group.forget();
      const untilReady = current !== before;
      const asked = trigger(how, { cwd, untilReady, hasCalled: () => stage.tries().length > 0 });
      const gone = group.ended.then(goneOf);
      const first = await Promise.race([asked.ended, watch.over, gone]);
      await asked.stop();
      watch.close();
      if (first.kind === 'time-limit' || first.kind === 'beyond-limit') {
        await group.stop();
        running = undefined;
      }
      if (first.kind === 'answered' || first.kind === 'exited') await firstTry(stage);
      await settled(stage);
      // A server that dies of a call can do so before or after it has answered.
      const isSuspect = first.kind === 'unanswered' || (first.kind === 'exited' && first.code !== 0);
      if (isSuspect) await Promise.race([gone, later(dyingMs)]);
      const ending = current.ending && running === current ? goneOf(current.ending) : first;
      const outputs = (): Outputs => ({ out: group.out(), err: group.err() });
      return {
        scenario: scenario.id,
        beganAt,
        tookMs: Date.now() - beganAt,
        ending,
        tries: stage.tries(),
        shown: asked.shown(),
        output: `${group.out()}\n${group.err()}`,
        log: await logSeen(log, place, outputs, stage.tries(), logPatienceMs),
      };
    },
    async stop() {
      await running?.group.stop();
    },
  };
}

interface Outputs {
  readonly out: string;
  readonly err: string;
}

/** Begins a scenario, and says when something other than the application itself ends it. */
function watched(
  stage: Stage,
  scenario: Scenario,
  { retries, limitMs, mostTries }: Application,
  signal: AbortSignal,
): { readonly over: Promise<PerformanceEnding>; readonly close: () => void } {
  const { promise: over, resolve } = deferred<PerformanceEnding>();
  const timer = setTimeout(() => resolve({ kind: 'time-limit' }), limitMs);
  const stop = (): void => resolve({ kind: 'not-played', because: 'It was interrupted' });
  signal.addEventListener('abort', stop);
  if (signal.aborted) stop();
  stage.play(scenario, (tries) => {
    if (tries.length > mostTries || isBeyond(tries, retries)) resolve({ kind: 'beyond-limit' });
  });
  return {
    over,
    close() {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    },
  };
}

/** Whether one call was tried more often than it may be. */
function isBeyond(tries: readonly Try[], retries: number): boolean {
  const last = tries.at(-1);
  return tries.filter(({ call }) => call === last?.call).length > retries + 1;
}

/** A server can answer first, and make its call then. */
async function firstTry(stage: Stage): Promise<void> {
  const until = Date.now() + latenessMs;
  while (stage.tries().length === 0 && Date.now() < until) await later(lookEveryMs);
}

/** Waits until what has happened on the wire is heard. */
async function settled(stage: Stage): Promise<void> {
  let seen = -1;
  while (seen !== stage.tries().length) {
    seen = stage.tries().length;
    await later(lookEveryMs);
  }
}

function endingOf(ending: GroupEnding): PerformanceEnding {
  if (ending.kind === 'failed') return { kind: 'not-played', because: `It cannot be started: ${ending.message}` };
  // What a shell says of a command that it does not find, or may not run.
  if (ending.kind === 'exited' && (ending.code === 127 || ending.code === 126))
    return { kind: 'not-played', because: `The shell cannot start it (code ${ending.code})` };
  return ending;
}

function goneOf(ending: GroupEnding): PerformanceEnding {
  const start = endingOf(ending);
  if (start.kind === 'not-played') return start;
  const how = ending.kind === 'exited' ? `it ended with code ${ending.code}` : 'a signal ended it';
  return { kind: 'server-gone', how };
}

/** What its users see of a program: its outputs, but not the one that is its log. */
function shownOf({ out, err }: Outputs, place: LogPlace | undefined): readonly Shown[] {
  const isLog = (of: 'stdout' | 'stderr'): boolean => place?.kind === 'output' && place.of === of;
  return [
    ...(isLog('stdout') ? [] : [{ where: 'standard output', text: out } as const]),
    ...(isLog('stderr') ? [] : [{ where: 'standard error', text: err } as const]),
  ];
}

function fileLog(place: LogPlace | undefined): LogReader | undefined {
  return place?.kind === 'file' ? logReader(place.path) : undefined;
}

/** The new part of the log, as soon as it tells of every call, or when it has had its time. */
async function logSeen(
  log: LogReader | undefined,
  place: LogPlace | undefined,
  outputs: () => Outputs,
  tries: readonly Try[],
  patienceMs: number,
): Promise<LogSeen> {
  if (!place) return { kind: 'not-named' };
  const read = (): string | undefined => (place.kind === 'file' ? log?.added() : outputOf(place.of, outputs()));
  const until = Date.now() + patienceMs;
  const awaited = callsOf(tries).flatMap((call) => call.at(-1)?.requestId ?? []);
  for (;;) {
    const text = read();
    if (awaited.every((id) => text?.includes(id)) || Date.now() >= until)
      return text === undefined ? { kind: 'missing' } : { kind: 'text', text };
    await later(lookEveryMs);
  }
}

function outputOf(of: 'stdout' | 'stderr' | 'both', { out, err }: Outputs): string {
  if (of === 'both') return `${out}\n${err}`;
  return of === 'stdout' ? out : err;
}
