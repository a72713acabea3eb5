import { present } from '../../core/present.ts';
import { begin, type Attempt } from '../attempt/attempt.ts';
import type { Patience } from '../attempt/body-reader.ts';
import type { FailedAttempt } from '../attempt/failed-attempt.ts';
import type { ShapedRequest } from '../attempt/call-shape.ts';
import type { Trouble } from '../trouble.ts';
import { hold } from './hold.ts';
import { continued } from './continued-stream.ts';
import { startSession, type RetrySession } from './session.ts';
import type { RetrySettings } from './settings.ts';

/** A call over HTTP that may be sent several times. */
export interface HttpCall {
  readonly request: ShapedRequest;
  /** Sends it; `earlier` attempts of this call came before. */
  readonly send: (earlier: number) => Promise<Response>;
  /** Attempts that somebody further out made before. */
  readonly earlier: number;
  readonly isRepeatable: boolean;
  readonly signal?: AbortSignal;
  readonly transport?: AbortSignal;
  readonly limitMs?: number;
  readonly trouble: Trouble;
}

/** An attempt that cannot be helped: what its caller gets. */
type Outcome =
  | { readonly kind: 'good'; readonly response: Response }
  | { readonly kind: 'failed'; readonly failure: FailedAttempt; readonly surface: () => Response };

/** How a call came to its end. */
export interface CallEnd {
  readonly response: Response;
  /** Retries were not made, or did not help. */
  readonly hasGivenUp: boolean;
}

/** Sends a call until it goes well or its cause says that another attempt is useless. */
export async function sendWithRetries(call: HttpCall, settings: RetrySettings): Promise<CallEnd> {
  const session = startSession(settings, circuitOf(call.request), call.transport ?? call.signal, call.trouble);
  session.begin();
  return attempts(call, settings, session);
}

/** The attempts of a call from the one that was just admitted. One that its caller ends must not hold others back. */
async function attempts(call: HttpCall, settings: RetrySettings, session: RetrySession): Promise<CallEnd> {
  return untilDecided(call, settings, session).catch((error: unknown) => {
    session.abandoned();
    throw error;
  });
}

async function untilDecided(call: HttpCall, settings: RetrySettings, session: RetrySession): Promise<CallEnd> {
  for (;;) {
    const outcome = await one(call, settings, session);
    if (outcome.kind === 'good') return { response: outcome.response, hasGivenUp: false };
    const isNext = await session.next(outcome.failure, call.isRepeatable).catch((error: unknown) => {
      discard(outcome);
      throw error;
    });
    if (!isNext) return { response: outcome.surface(), hasGivenUp: true };
    discard(outcome);
  }
}

async function one(call: HttpCall, settings: RetrySettings, session: RetrySession): Promise<Outcome> {
  const { request, signal, transport, limitMs, earlier } = call;
  const { clock } = settings;
  const number = earlier + session.attempt();
  const attempt: Attempt = {
    request,
    number,
    clock,
    startedAt: clock.now(),
    ...present({ signal, transport, limitMs }),
  };
  const begun = await begin(attempt, () => call.send(number - 1));
  if (begun.kind === 'refused') return { kind: 'failed', failure: begun.failure, surface: () => begun.response };
  if (begun.kind === 'answered') {
    const held = await hold(attempt, begun.response, begun.headersMs, patienceOf(settings));
    if (held.kind === 'failed') return held;
    session.succeeded();
    return {
      kind: 'good',
      response:
        held.kind === 'whole'
          ? held.response
          : continued(attempt, held, session, {
              isRepeatable: call.isRepeatable,
              isRestartable: settings.restart !== undefined,
              again: async () => (await attempts(call, settings, session)).response,
            }),
    };
  }
  // A signal that ended an attempt would end the next one too.
  if (begun.kind === 'ended' || transport?.aborted === true) throw begun.error;
  return {
    kind: 'failed',
    failure: begun.failure,
    surface: () => {
      throw begun.error;
    },
  };
}

function patienceOf({ silenceMs, clock }: RetrySettings): Patience | undefined {
  return silenceMs === undefined ? undefined : { silenceMs, clock };
}

/** Which calls share a circuit breaker: those for the same model of the same host. A body can be large, so it is not parsed. */
function circuitOf({ url, body }: ShapedRequest): string {
  const model = typeof body === 'string' ? /"model"\s*:\s*"([^"]{1,100})"/.exec(body)?.[1] : undefined;
  return `${/^\w+:\/\/(?:[^/@]*@)?([^/?#]+)/.exec(url)?.[1] ?? ''} ${model ?? ''}`;
}

/** Closes what came of an attempt that is tried again. */
function discard(outcome: Outcome): void {
  try {
    const response = outcome.kind === 'failed' ? outcome.surface() : undefined;
    response?.body?.cancel().catch(() => undefined);
  } catch {
    // There was no answer, so there is nothing to close.
  }
}
