import type { Target } from '../../core/probe.ts';
import type { RampQueue, TakenRun } from '../../store/queue.ts';
import { FaultlineError } from '../../core/error.ts';
import { expectationOf } from '../../ramp/expectation.ts';
import type { Plan } from '../../ramp/plan.ts';
import type { Outlook } from '../../ramp/show/plan-text.ts';
import { tiers } from '../../simulator/limits/limits.ts';
import { viewRequest } from '../../check/view.ts';
import { isObject, parsedJson } from '../../core/json.ts';
import type { Answers } from './answers.ts';
import { reasonToSetAside } from './aside.ts';
import type { Entry } from './entries.ts';
import type { RampTarget } from './target.ts';

/** What a queue comes to before anything is sent. */
export interface Prepared {
  readonly waiting: readonly Entry[];
  readonly attempts: ReadonlyMap<string, number>;
  /** Of those that wait: sent before by this run, so that sending them is a retry. What a person sends again is none. */
  readonly repeated: ReadonlySet<string>;
  readonly done: number;
  readonly failed: number;
  readonly setAside: Outlook['setAside'];
  readonly unknown: readonly string[];
}

type Taken = Extract<TakenRun, { readonly kind: 'taken' }>;

/** Looks at entries as if they had never been seen, and keeps nothing. */
export function lookedAt(entries: readonly Entry[], target: Target, day: string): Prepared {
  const judged = entries.map((entry) => ({ entry, because: reasonToSetAside(entry, target.platform, day) }));
  return {
    waiting: judged.filter(({ because }) => because === undefined).map(({ entry }) => entry),
    attempts: new Map(),
    repeated: new Set(),
    done: 0,
    failed: 0,
    setAside: judged.flatMap(({ entry: { label }, because }) => (because === undefined ? [] : [{ label, because }])),
    unknown: [],
  };
}

/**
 * Brings the queue on disk in step with its source: what was under way when a process ended is done where its answer was
 * written, and of unknown outcome where not; what would fail is set aside; what is new is added.
 */
export function prepareQueue(
  entries: readonly Entry[],
  taken: Taken,
  context: {
    readonly queue: RampQueue;
    readonly answers: Answers;
    readonly target: Target;
    readonly now: number;
    readonly resendUnknown: boolean;
  },
): Prepared {
  const { queue, answers, target, now, resendUnknown } = context;
  const { id: run } = taken;
  for (const key of taken.interrupted) {
    const type = answers.written.get(key);
    if (type !== undefined) queue.settle(run, key, type === 'succeeded' ? 'done' : 'failed', now);
  }
  const resent = new Set(resendUnknown ? queue.entries(run, 'unknown').map(({ key }) => key) : []);
  if (resendUnknown) queue.putUnknownBack(run, now);
  queue.add(run, entries, now);
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  const day = new Date(now).toISOString().slice(0, 10);
  for (const { key } of queue.entries(run, 'waiting')) {
    const entry = byKey.get(key);
    const because = entry ? reasonToSetAside(entry, target.platform, day) : 'It is not in the source any more.';
    if (because === undefined) continue;
    if (entry && !answers.written.has(key)) answers.write(entry, { type: 'set_aside', because }, { attempts: 0 });
    queue.settle(run, key, 'set-aside', now, because);
  }
  const kept = queue.entries(run);
  const counted = (state: string): number => kept.filter((one) => one.state === state).length;
  const waiting = kept.filter(({ state }) => state === 'waiting');
  return {
    waiting: waiting.flatMap(({ key }) => byKey.get(key) ?? []),
    attempts: new Map(waiting.map(({ key, attempts }) => [key, attempts])),
    repeated: new Set(waiting.filter(({ key, attempts }) => attempts > 0 && !resent.has(key)).map(({ key }) => key)),
    done: counted('done'),
    failed: counted('failed'),
    setAside: kept
      .filter(({ state }) => state === 'set-aside')
      .map(({ label, because = 'The API would refuse it.' }) => ({ label, because })),
    unknown: kept.filter(({ state }) => state === 'unknown').map(({ label }) => label),
  };
}

/** What is shown before the start. */
export function outlookOf(
  prepared: Prepared,
  about: {
    readonly plan: Plan;
    readonly target: RampTarget;
    readonly source: string;
    readonly run: Pick<Taken, 'id' | 'folder' | 'isResumed'>;
  },
): Outlook {
  const { plan, source, run } = about;
  const { target, from } = about.target;
  const { waiting } = prepared;
  const models: Record<string, number> = {};
  let low = 0;
  let high = 0;
  let output = 0;
  for (const { body, path, model, maxTokens } of waiting) {
    models[model] = (models[model] ?? 0) + 1;
    output += maxTokens;
    const parsed = parsedJson(body);
    if (!isObject(parsed)) continue;
    const { total } = viewRequest(parsed, { endpoint: path }).tokens();
    low += total.low;
    high += total.high;
  }
  const count = Math.max(1, waiting.length);
  const { start } = tiers;
  // Answers rarely use all that they may; a quarter of it is reckoned with.
  const byLimits =
    0.95 * Math.min(start.requests, start.inputTokens / (high / count), (4 * start.outputTokens) / (output / count));
  const isShare = plan.steps[0]?.kind === 'share';
  return {
    plan,
    source,
    baseUrl: target.baseUrl,
    baseUrlFrom: from,
    ...(target.credential ? { credentialFrom: target.credential.name } : {}),
    folder: run.folder,
    run: run.id,
    isResumed: run.isResumed,
    waiting: waiting.length,
    done: prepared.done,
    failed: prepared.failed,
    setAside: prepared.setAside,
    unknown: prepared.unknown,
    models,
    inputTokens: { low, high },
    mostOutputTokens: output,
    expected: expectationOf(
      plan,
      waiting.length,
      plan.fullPerMinute ?? (Number.isFinite(byLimits) ? byLimits : start.requests),
    ),
    expectedBy: !isShare
      ? 'at the rates of the plan'
      : plan.fullPerMinute === undefined
        ? 'with the limits of the tier Start; the first answer shows yours'
        : 'at the full rate of the plan',
  };
}

/** The error for a queue that another process is at work on. */
export function busy({ processId }: Extract<TakenRun, { readonly kind: 'busy' }>): FaultlineError {
  return new FaultlineError(
    'ramp-busy',
    `Another process (${processId}) sends the entries of this queue.`,
    'Wait until it has ended, or begin a run of its own with --new.',
  );
}
