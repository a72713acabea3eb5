import { isObject, numberOf } from '../../core/json.ts';
import { FaultlineError } from '../../core/error.ts';
import { present } from '../../core/present.ts';
import type { Figures } from '../../ramp/figures.ts';
import { limitsIn, type StatedLimits } from '../../ramp/limit-headers.ts';
import { parsePlan, planForm, usualPlan, type Baseline, type Plan, type Rules } from '../../ramp/plan.ts';
import type { Decision } from '../../ramp/state.ts';
import { thrownFailure } from '../attempt/thrown-failure.ts';
import { systemClock, type Clock } from '../clock.ts';
import { badCallOf } from './bad-call.ts';
import { openGate, type EndedOutcome, type Patience } from './gate.ts';

/** How traffic is brought back. */
export interface RampOptions {
  /** As `--steps` has it: `1%,5%,25%,50%,100%`, `30/min,2/s` or `auto`, and behind it `hold=2m`, `calls=50`, `full=600/min`. */
  readonly plan?: string;
  /**
   * What a share is a share of: `rate` (the default) of what the limits allow, for a loop over work that waits; `arrivals` of
   * the calls that ask, for a service whose calls come from its users.
   */
  readonly of?: 'rate' | 'arrivals';
  /** How long calls may wait; longer than that `admit()` fails with `RampRefusedError`. Forever unless said. */
  readonly patience?: Patience;
  /** Calls at the same time, at most: 64 unless said, and any number where calls arrive. */
  readonly concurrency?: number;
  /** Retries of the whole ramp; five calls that go well pay for one more. */
  readonly retries?: number;
  readonly rules?: Partial<Rules>;
  readonly baseline?: Baseline;
  /** Is told of every decision. What it throws, the call fails with that was under way. */
  readonly onDecision?: (decision: Decision, figures: Figures) => void;
  readonly clock?: Clock;
}

/** What is known of a call before it is made. */
export interface RampCall {
  /** Calls of one model share their limits. */
  readonly model?: string;
  /** An estimate; what calls really use is learned. 1,000 unless said. */
  readonly inputTokens?: number;
  /** `max_tokens`; 1,024 unless said. */
  readonly maxTokens?: number;
  /** It failed before, and is made again: that is paid out of the ramp's budget for retries. */
  readonly isRetry?: boolean;
  readonly signal?: AbortSignal;
}

/** What an answer says to the ramp; each only where it is known. */
export interface RampAnswer {
  /** Of the answer, which state the limits: `(await create(...).withResponse()).response.headers`. */
  readonly headers?: Headers;
  readonly usage?: {
    readonly input_tokens?: number;
    readonly output_tokens?: number;
    readonly cache_creation_input_tokens?: number | null;
  };
}

/** A call that was let through. Say how it ended, once; a call of which nothing is heard counts as under way. */
export interface RampTurn {
  /** The model has said its first word. */
  readonly firstToken: () => void;
  readonly succeeded: (answer?: RampAnswer) => void;
  /** Takes whatever was thrown. */
  readonly failed: (error: unknown) => void;
  /** The caller ended it: nothing is to be learned from it. */
  readonly abandoned: () => void;
}

/** A ramp in a program. */
export interface Ramp {
  /** Waits until a call may be made. Fails with `RampRefusedError` when it may not wait any longer, or the ramp has stopped. */
  readonly admit: (call?: RampCall) => Promise<RampTurn>;
  /** Waits, makes the call, and tells how it ended; the result may be a message, or what `withResponse()` gives. */
  readonly run: <T>(action: (turn: RampTurn) => Promise<T>, call?: RampCall) => Promise<T>;
  readonly figures: () => Figures;
  readonly confirm: () => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Lets nothing more through. */
  readonly stop: () => void;
}

/** What a call that is not let through fails with; nothing was sent. Its code is `ramp-refused`. */
export class RampRefusedError extends FaultlineError {
  /** When asking again makes sense; absent where the ramp has stopped. */
  readonly retryAfterMs: number | undefined;

  constructor(because: string, retryAfterMs: number | undefined) {
    super(
      'ramp-refused',
      `The call was not sent: ${because}`,
      retryAfterMs === undefined
        ? 'Settle what stopped the ramp, and begin another one.'
        : 'Queue the call, answer without Claude, or ask again later.',
    );
    this.retryAfterMs = retryAfterMs;
  }
}

const usualInputTokens = 1000;
const usualMaxTokens = 1024;

/**
 * Brings traffic back step by step: calls wait in `admit()` until the step, the limits and the state of the service let them
 * go, and how they end decides about the next step. Nothing is sent by it.
 */
export function ramp(options: RampOptions = {}): Ramp {
  const { onDecision, clock = systemClock, patience } = options;
  const gate = openGate({
    plan: planOf(options),
    clock,
    onDecision: (decision, figures) => onDecision?.(decision, figures),
    ...present({ patience }),
  });

  const admit = async ({
    model = '',
    inputTokens = usualInputTokens,
    maxTokens = usualMaxTokens,
    isRetry,
    signal,
  }: RampCall = {}): Promise<RampTurn> => {
    const answer = await gate.admit({
      lane: model,
      input: inputTokens,
      maxOutput: maxTokens,
      ...present({ isRetry, signal }),
    });
    if (answer.kind === 'refused') throw new RampRefusedError(answer.because, answer.retryAfterMs);
    return turnOf(answer.id);
  };
  const turnOf = (id: string): RampTurn => {
    const began = clock.now();
    let firstTokenMs: number | undefined;
    let isOver = false;
    const end = (limits: StatedLimits, outcome: EndedOutcome): void => {
      if (isOver) return;
      isOver = true;
      gate.ended(id, limits, outcome);
    };
    return {
      firstToken() {
        firstTokenMs ??= clock.now() - began;
      },
      succeeded: ({ headers, usage } = {}) =>
        end(limitsOf(headers), {
          kind: 'good',
          latencyMs: clock.now() - began,
          ...present({ firstTokenMs, inputTokens: inputOf(usage), outputTokens: usage?.output_tokens }),
        }),
      failed(error) {
        const failedMs = clock.now() - began;
        const timing = { startedAt: new Date(began).toISOString(), failedMs };
        const { failure, headers } = thrownFailure(error, {
          attempt: 1,
          hasOutput: firstTokenMs !== undefined,
          timing,
        });
        end(limitsOf(headers), { kind: 'bad', ...badCallOf(failure) });
      },
      abandoned: () => end({}, { kind: 'abandoned' }),
    };
  };
  return {
    admit,
    async run(action, call) {
      const turn = await admit(call);
      try {
        const result = await action(turn);
        turn.succeeded(answerIn(result));
        return result;
      } catch (error) {
        if (call?.signal?.aborted === true) turn.abandoned();
        else turn.failed(error);
        throw error;
      }
    },
    figures: gate.figures,
    confirm: () => gate.wish('confirm'),
    pause: () => gate.wish('pause'),
    goOn: () => gate.wish('go-on'),
    stop: () => gate.wish('stop'),
  };
}

function planOf({ plan: written, of = 'rate', concurrency, retries, rules, baseline }: RampOptions): Plan {
  const usual: Plan = { ...usualPlan, basis: of, ...(of === 'arrivals' ? { concurrency: Infinity } : {}) };
  const parsed = written === undefined ? ({ kind: 'plan', plan: usual } as const) : parsePlan(written, usual);
  if (parsed.kind === 'problem')
    throw new FaultlineError(
      'ramp-plan-invalid',
      `The plan ${written} cannot be used: ${parsed.problem}.`,
      `Write ${planForm}.`,
    );
  const { plan } = parsed;
  return { ...plan, ...present({ concurrency, retries, baseline }), rules: { ...plan.rules, ...rules } };
}

function limitsOf(headers: Headers | undefined): StatedLimits {
  return headers ? limitsIn((name) => headers.get(name) ?? undefined) : {};
}

function inputOf(usage: RampAnswer['usage']): number | undefined {
  if (usage?.input_tokens === undefined) return undefined;
  return usage.input_tokens + (usage.cache_creation_input_tokens ?? 0);
}

/** Usage and headers in what an action gives: a message, or `{ data, response }`. */
function answerIn(result: unknown): RampAnswer {
  if (!isObject(result)) return {};
  const { response, data } = result;
  const message = isObject(data) ? data : result;
  const usage = isObject(message.usage) ? message.usage : {};
  return present({
    headers: response instanceof Response ? response.headers : undefined,
    usage: present({
      input_tokens: numberOf(usage.input_tokens),
      output_tokens: numberOf(usage.output_tokens),
      cache_creation_input_tokens: numberOf(usage.cache_creation_input_tokens),
    }),
  });
}
