import { badCallOf } from '../../client/ramp/bad-call.ts';
import type { Clock } from '../../client/clock.ts';
import type { FailedAttempt } from '../../client/attempt/failed-attempt.ts';
import { viewRequest } from '../../check/view.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import { present } from '../../core/present.ts';
import { figuresOf, type Figures } from '../../ramp/figures.ts';
import type { Plan } from '../../ramp/plan.ts';
import { moveRamp } from '../../ramp/ramp.ts';
import { beginRamp, type Decision, type RampCommand, type RampEvent } from '../../ramp/state.ts';
import type { RampQueue } from '../../store/queue.ts';
import { deferred } from '../recorder/deferred.ts';
import type { Answers } from './answers.ts';
import type { Entry } from './entries.ts';
import type { Sender, Sent } from './sender.ts';

/** What is told of a run while it goes. */
export type RunNews =
  | { readonly kind: 'decision'; readonly decision: Decision; readonly figures: Figures }
  | { readonly kind: 'figures'; readonly figures: Figures }
  | ({ readonly kind: 'entry'; readonly at: number; readonly key: string; readonly label: string } & EntryNews);

/** What happened to an entry. */
export interface EntryNews {
  readonly event: 'sent' | 'done' | 'failed' | 'again';
  readonly attempt: number;
  readonly status?: number;
  readonly requestId?: string;
  readonly tookMs?: number;
  readonly firstTokenMs?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  readonly cause?: string;
  readonly side?: string;
  readonly because?: string;
  /** Until it may be sent again. */
  readonly waitMs?: number;
}

/** What a run works with. */
export interface DrainOptions {
  readonly run: string;
  /** Who has the run. */
  readonly processId: number;
  readonly plan: Plan;
  /** Those that wait, in order. */
  readonly entries: readonly Entry[];
  /** How often each was sent before. */
  readonly attempts: ReadonlyMap<string, number>;
  /** Those whose sending is a retry. */
  readonly repeated: ReadonlySet<string>;
  readonly queue: RampQueue;
  readonly answers: Answers;
  readonly sender: Sender;
  readonly clock: Clock;
  readonly tell: (news: RunNews) => void;
}

/** How a run ended. */
export interface Drained {
  readonly ending: 'drained' | 'stopped' | 'retries-spent' | 'interrupted';
  readonly because?: string;
  readonly figures: Figures;
}

/** A run that goes on by itself, and what a person can say to it. */
export interface Drain {
  readonly ended: Promise<Drained>;
  readonly wish: (wish: 'confirm' | 'pause' | 'go-on' | 'stop') => void;
  /** Sends nothing more, and ends when what is under way has ended. */
  readonly interrupt: () => void;
  readonly figures: () => Figures;
}

const tickMs = 1000;
const nothingToCallOff = (): void => undefined;

/** The entries of one model: those that were never sent, in order, and those that are to be sent again. */
interface Line {
  readonly model: string;
  readonly fresh: readonly Entry[];
  next: number;
  readonly again: string[];
  isUnpaid: boolean;
}

function linesOf(entries: readonly Entry[], repeated: ReadonlySet<string>): readonly Line[] {
  const models = new Map<string, Entry[]>();
  for (const entry of entries) {
    const line = models.get(entry.model);
    if (line) line.push(entry);
    else models.set(entry.model, [entry]);
  }
  return [...models].map(([model, all]) => ({
    model,
    fresh: all.filter(({ key }) => !repeated.has(key)),
    next: 0,
    again: all.filter(({ key }) => repeated.has(key)).map(({ key }) => key),
    isUnpaid: false,
  }));
}

/** Sends the entries of a queue as the ramp lets them go. */
export function drain(options: DrainOptions): Drain {
  const { run, processId, plan, queue, answers, sender, clock, tell } = options;
  const byKey = new Map(options.entries.map((entry) => [entry.key, entry]));
  const attempts = new Map(options.attempts);
  const enqueuedAt = clock.now();
  const lines = linesOf(options.entries, options.repeated);
  const repeated = new Set(options.repeated);
  const resting = new Set<string>();
  const inputs = new Map<string, number>();
  let state = beginRamp(plan, clock.now());
  let isInterrupted = false;
  let callOffWake = nothingToCallOff;
  const ending = deferred<Drained>();
  const finish = (drained: Omit<Drained, 'figures'>): void => ending.resolve({ ...drained, figures: figures() });

  const figures = (): Figures => figuresOf(state, clock.now());
  const move = (event: RampEvent): readonly RampCommand[] => {
    const [next, commands] = moveRamp(state, event);
    state = next;
    for (const command of commands)
      if (command.kind === 'decided') tell({ kind: 'decision', decision: command.decision, figures: figures() });
    return commands;
  };
  const news = (entry: Entry, event: EntryNews): void =>
    tell({ kind: 'entry', at: clock.now(), key: entry.key, label: entry.label, ...event });

  const offer = (entry: Entry): RampCommand | undefined => {
    const { key, model, maxTokens } = entry;
    const input = inputs.get(key) ?? inputOf(entry);
    inputs.set(key, input);
    const isRetry = repeated.has(key);
    const [answer] = move({
      kind: 'ask',
      now: clock.now(),
      id: key,
      lane: model,
      input,
      maxOutput: maxTokens,
      isRetry,
    });
    if (answer?.kind === 'send') void sendOne(entry);
    return answer;
  };
  const sendOne = async (entry: Entry): Promise<void> => {
    const { key } = entry;
    const attempt = (attempts.get(key) ?? 0) + 1;
    attempts.set(key, attempt);
    // From here on nobody knows what came of it, unless an answer says so.
    if (!queue.lease(run, key, processId, clock.now())) {
      isInterrupted = true;
      stopTicking();
      finish({
        ending: 'interrupted',
        because: 'Another process has taken the queue over, as nothing was heard of this one.',
      });
      return;
    }
    news(entry, { event: 'sent', attempt });
    const sent = await sender.send(entry, attempt);
    if (sent.outcome.kind === 'answered') settled(entry, sent, sent.outcome, attempt);
    else failed(entry, sent, sent.outcome.failure, attempt);
    pump();
  };
  const settled = (
    entry: Entry,
    sent: Sent,
    { answer, firstTokenMs, inputTokens, outputTokens }: Extract<Sent['outcome'], { readonly kind: 'answered' }>,
    attempt: number,
  ): void => {
    const { limits, requestId, status, tookMs } = sent;
    const now = clock.now();
    // The answer first: an entry that is done has one, whenever the process is killed.
    answers.write(entry, { type: 'succeeded', ...answer }, { attempts: attempt, ...present({ requestId }) });
    queue.settle(run, entry.key, 'done', now);
    const usage = present({ firstTokenMs, inputTokens, outputTokens });
    news(entry, { event: 'done', attempt, tookMs, ...present({ status, requestId }), ...usage });
    move({ kind: 'ended', now, id: entry.key, limits, outcome: { kind: 'good', latencyMs: tookMs, ...usage } });
  };
  const failed = (entry: Entry, sent: Sent, failure: FailedAttempt, attempt: number): void => {
    const { limits, requestId, status, tookMs } = sent;
    const call = badCallOf(failure);
    const { cause, side } = call;
    const now = clock.now();
    const told = { attempt, tookMs, cause, ...present({ status, requestId, side }) };
    const commands = move({ kind: 'ended', now, id: entry.key, limits, outcome: { kind: 'bad', ...call } });
    const what = commands.find(({ kind }) => kind === 'failed' || kind === 'again');
    if (what?.kind === 'again') {
      queue.settle(run, entry.key, 'waiting', now, call.because);
      news(entry, { event: 'again', ...told, because: what.because, waitMs: Math.round(what.waitMs) });
      rest(entry.key, what.waitMs);
      return;
    }
    const because = what?.kind === 'failed' ? what.because : call.because;
    const message = failure.verdict.facts.message ?? failure.verdict.findings[0]?.title ?? because;
    answers.write(
      entry,
      { type: 'errored', error: { cause, message, ...present({ status }) } },
      { attempts: attempt, ...present({ requestId }) },
    );
    queue.settle(run, entry.key, 'failed', now, `${cause}: ${because}`);
    news(entry, { event: 'failed', ...told, because });
  };
  const rest = (key: string, ms: number): void => {
    resting.add(key);
    repeated.add(key);
    clock.after(ms, () => {
      resting.delete(key);
      lines.find(({ model }) => model === byKey.get(key)?.model)?.again.push(key);
      pump();
    });
  };

  /** Sends what may be sent now, and comes back when more may. */
  const pump = (): void => {
    callOffWake();
    for (const line of lines) line.isUnpaid = false;
    if (endIfOver()) return;
    let waitMs = Infinity;
    for (let isMoving = true; isMoving;) {
      isMoving = false;
      waitMs = Infinity;
      // The calls of each model have limits of their own, and do not wait for those of another.
      for (const line of lines) {
        if (isInterrupted || state.phase === 'stopped') break;
        const came = sendNext(line);
        isMoving ||= came === 'sent';
        if (typeof came === 'number') waitMs = Math.min(waitMs, came);
      }
    }
    if (endIfOver()) return;
    if (waitMs !== Infinity) callOffWake = clock.after(waitMs, pump);
  };
  /** Sends the next call of a line; else says when to come back, or that there is nothing. */
  const sendNext = (line: Line): 'sent' | number | undefined => {
    const [due] = line.again;
    const untried = line.fresh[line.next];
    const first = due === undefined ? untried : byKey.get(due);
    if (!first) return undefined;
    const answer = offer(first);
    if (answer?.kind === 'send') {
      if (due === undefined) line.next++;
      else line.again.shift();
      return 'sent';
    }
    if (answer?.kind !== 'later') return undefined;
    // A retry that cannot be paid waits for calls that go well, and those come from entries that were never sent.
    if (answer.reason === 'retry-budget' && due !== undefined && untried && offer(untried)?.kind === 'send') {
      line.next++;
      return 'sent';
    }
    line.isUnpaid = answer.reason === 'retry-budget';
    return answer.waitMs;
  };
  /** What is left are retries that cannot be paid, and nothing that could earn them. */
  const isSpent = (): boolean =>
    resting.size === 0 &&
    lines.every(({ again, fresh, next, isUnpaid }) => next >= fresh.length && (again.length === 0 || isUnpaid));
  const waitingCount = (): number =>
    lines.reduce((sum, { again, fresh, next }) => sum + again.length + fresh.length - next, resting.size);
  const isOver = (): boolean =>
    state.flights.size === 0 && (isInterrupted || state.phase === 'stopped' || waitingCount() === 0 || isSpent());
  const endIfOver = (): boolean => {
    if (!isOver()) return false;
    stopTicking();
    const { phase, lastDecision } = state;
    if (isInterrupted) finish({ ending: 'interrupted' });
    else if (phase === 'stopped') finish({ ending: 'stopped', ...present({ because: lastDecision?.because }) });
    else if (waitingCount() === 0) finish({ ending: 'drained' });
    else
      finish({
        ending: 'retries-spent',
        because: 'The retries that the plan allows are used up, and no other call is left that could go well.',
      });
    return true;
  };

  let callOffTick = nothingToCallOff;
  const stopTicking = (): void => {
    callOffTick();
    callOffWake();
  };
  const tick = (): void => {
    const now = clock.now();
    const waiting = waitingCount();
    move({ kind: 'tick', now, waiting, oldestMs: waiting === 0 ? 0 : now - enqueuedAt });
    tell({ kind: 'figures', figures: figures() });
    queue.renew(run, processId, now);
    callOffTick = clock.after(tickMs, tick);
    pump();
  };
  tick();

  return {
    ended: ending.promise,
    figures,
    wish(wish) {
      move({ kind: 'person', now: clock.now(), wish });
      pump();
    },
    interrupt() {
      isInterrupted = true;
      pump();
    },
  };
}

/** The input tokens of a request, by the high end of the estimate. */
function inputOf({ body, path }: Pick<Entry, 'body' | 'path'>): number {
  const parsed = parsedJson(body);
  return isObject(parsed) ? viewRequest(parsed, { endpoint: path }).tokens().total.high : 0;
}
