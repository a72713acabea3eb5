import { meterOf, type Budget, type Spending } from '../core/budget.ts';
import type { Ending, Failure } from './ending.ts';
import type { Oracle } from './oracle.ts';
import { patienceWith } from './patience.ts';
import type { Environment, StudiedRequest } from './request.ts';

/** Time, as an experiment needs it. */
export interface Pace {
  /** Milliseconds; only differences count. */
  readonly now: () => number;
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** A wait for a service that fails for reasons of its own. */
export interface Pause {
  readonly waitMs: number;
  readonly because: string;
}

/** What a session has used. */
export interface SessionSpending extends Spending {
  /** Questions put to oracles, by name; those asked again after a pause count again. */
  readonly asked: Readonly<Record<string, number>>;
  readonly pauses: number;
  readonly seconds: number;
}

/** All questions of one piece of work: they share a budget, and wait for the service together. */
export interface Session {
  readonly ask: (oracle: Oracle, request: StudiedRequest, environment: Environment) => Promise<Ending>;
  /** Says which failure is studied: it alone is never waited for. */
  readonly study: (failure: Failure) => void;
  readonly spent: () => SessionSpending;
}

/** What a session may use, and who is told of its waits. */
export interface SessionOptions {
  readonly budget: Budget;
  readonly pace: Pace;
  readonly onPause?: (pause: Pause) => void;
  /** Ends the session: from then on nothing is asked. */
  readonly signal?: AbortSignal;
  /** What is studied is the way to the API: a connection that fails twice is an answer and no disturbance. */
  readonly isWayStudied?: boolean;
}

/** Begins a session. A question that the budget does not hold is not asked, and its ending is `unanswerable`. */
export function sessionOf({ budget, pace, onPause, signal, isWayStudied = false }: SessionOptions): Session {
  const started = pace.now();
  const meter = meterOf(budget);
  const asked = new Map<string, number>();
  let studied: Failure | undefined;
  let pauses = 0;
  const leftMs = (): number => budget.seconds * 1000 - (pace.now() - started);
  return {
    study(failure) {
      studied = failure;
    },
    async ask(oracle, request, environment) {
      const asksOthers = oracle.cost !== 'free';
      for (let waits = 0; ; waits++) {
        if (signal?.aborted === true) return interrupted;
        if (asksOthers && leftMs() <= 0) return over(`the budget of ${budget.seconds} seconds is used up`);
        if (!meter.take(oracle.uses(request, environment)))
          return over(`the budget of ${budget.requests} requests and ${budget.tokens} tokens does not hold another`);
        asked.set(oracle.name, (asked.get(oracle.name) ?? 0) + 1);
        const asking = oracle.ask(request, environment);
        const ending = await (signal && isCall(oracle) ? unlessAborted(asking, signal) : asking);
        // What asks nobody cannot be overloaded: its 429 or 529 is an answer.
        const patience = asksOthers ? patienceWith(ending, studied, waits, leftMs()) : accepted;
        if (patience.kind === 'accept') return ending;
        if (isWayStudied && waits > 0 && ending.kind === 'failure' && ending.errno !== undefined) return ending;
        if (patience.kind === 'give-up') return over(`the service does not answer: ${patience.because}`);
        pauses++;
        onPause?.(patience);
        await pace.wait(patience.waitMs, signal);
      }
    },
    spent: () => ({
      ...meter.spent(),
      asked: Object.fromEntries(asked),
      pauses,
      seconds: Math.round((pace.now() - started) / 100) / 10,
    }),
  };
}

const accepted = { kind: 'accept' } as const;
const interrupted = over('it was interrupted');

/** A command is ended by the one who runs it. */
function isCall({ cost }: Oracle): boolean {
  return cost === 'free-call' || cost === 'paid-call';
}

/** An answer may be a minute away: who interrupts does not wait for it. */
async function unlessAborted(asking: Promise<Ending>, signal: AbortSignal): Promise<Ending> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(interrupted);
    signal.addEventListener('abort', stop, { once: true });
    const done = (): void => signal.removeEventListener('abort', stop);
    asking.then(resolve, reject).finally(done);
  });
}

function over(because: string): Ending {
  return { kind: 'unanswerable', because, isOver: true };
}
