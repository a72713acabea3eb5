import type { Exchange } from '../../capture/exchange/exchange.ts';
import { headerIn, headerRecord } from '../../capture/exchange/headers.ts';
import { outcomeOf } from '../../capture/exchange/outcome.ts';
import { endpointOf } from '../../capture/request/endpoint.ts';
import { scanEvents } from '../../client/attempt/event-scan.ts';
import { judgeFailure, type SeenFailure } from '../../client/attempt/judge.ts';
import { systemClock } from '../../client/clock.ts';
import { badCallOf } from '../../client/ramp/bad-call.ts';
import { openGate, type EndedOutcome, type Gate, type Patience } from '../../client/ramp/gate.ts';
import { present } from '../../core/present.ts';
import type { ProxyGate } from '../../proxy/gate.ts';
import type { Figures } from '../../ramp/figures.ts';
import { limitsIn } from '../../ramp/limit-headers.ts';
import type { Plan } from '../../ramp/plan.ts';
import type { Decision } from '../../ramp/state.ts';

/** A ramp that stands in live traffic. */
export interface LiveRamp {
  readonly gate: ProxyGate;
  readonly figures: () => Figures;
  /** Calls that were turned away. */
  readonly turnedAway: () => number;
  readonly wish: Gate['wish'];
}

/** Tokens of a body by its length: four characters for one, which calls then correct. */
const bytesForToken = 4;
const usualMaxTokens = 1024;

/** Stands in the traffic of a recorder: calls of the Messages API wait for their turn, within a bound, or are turned away. */
export function liveRamp(
  plan: Plan,
  patience: Patience,
  onDecision: (decision: Decision, figures: Figures) => void,
): LiveRamp {
  const inner: Gate = openGate({ plan, clock: systemClock, patience, onDecision });
  let turnedAway = 0;
  /** Calls that failed upstream, and of which no retry has come yet. */
  let unrepeated = 0;
  return {
    figures: inner.figures,
    turnedAway: () => turnedAway,
    wish: inner.wish,
    gate: {
      isFor: (method, path) => method === 'POST' && isMessages(path),
      async decide({ headers, bodyStart, signal }) {
        // A retry of a call that was turned away here was never sent, and costs nothing.
        const isRetry = Number(headerIn(headers, 'x-stainless-retry-count') ?? 0) > 0 && unrepeated > 0;
        const answer = await inner.admit({
          lane: /"model"\s*:\s*"([^"]{1,100})"/.exec(bodyStart)?.[1] ?? '',
          input: Math.ceil(Number(headerIn(headers, 'content-length') ?? 0) / bytesForToken),
          maxOutput: Number(/"max_tokens"\s*:\s*(\d{1,9})/.exec(bodyStart)?.[1] ?? usualMaxTokens),
          isRetry,
          signal,
        });
        if (answer.kind === 'refused') {
          turnedAway++;
          return { kind: 'turned-away', because: answer.because, ...present({ retryAfterMs: answer.retryAfterMs }) };
        }
        if (isRetry) unrepeated--;
        const { id } = answer;
        return {
          kind: 'admitted',
          ended(exchange) {
            const outcome = endOf(exchange);
            if (outcome.kind === 'bad') unrepeated++;
            const { response } = exchange;
            inner.ended(id, response ? limitsIn((name) => headerIn(response.headers, name)) : {}, outcome);
          },
        };
      },
    },
  };
}

/** Calls that the limits are about: token counts and lists of models pass as they come. */
function isMessages(path: string): boolean {
  const { isMessagesCall, endpoint = '' } = endpointOf(path);
  return isMessagesCall && !/count_tokens|batches/.test(endpoint);
}

/** How an exchange ended, as a ramp takes it in. */
export function endOf(exchange: Exchange): EndedOutcome {
  const { kind, answer, tokens, seen } = outcomeOf(exchange);
  const { response, timing } = exchange;
  if (kind === 'abandoned' || kind === 'stopped') return { kind: 'abandoned' };
  const text = answer?.text ?? '';
  const isStream = /event-stream/i.test((response && headerIn(response.headers, 'content-type')) ?? '');
  if (kind === 'fine' || (kind === 'suspect' && seen.length === 0 && !(isStream && hasError(text))))
    return {
      kind: 'good',
      latencyMs: Math.round(timing.endMs),
      ...present({
        firstTokenMs: isStream && timing.firstByteMs !== undefined ? Math.round(timing.firstByteMs) : undefined,
        inputTokens: tokens && tokens.input + tokens.cacheWritten,
        outputTokens: tokens?.output,
      }),
    };
  const ending = !response ? 'unanswered' : response.status >= 300 ? 'refused' : 'broken';
  const failure: SeenFailure = {
    request: {
      url: `${exchange.upstream}${exchange.path}`,
      method: exchange.method,
      headers: headersOf(exchange.headers),
    },
    attempt: 1,
    ending,
    timing: { startedAt: new Date(exchange.at).toISOString(), failedMs: Math.round(timing.endMs) },
    ...present({
      response: response && {
        status: response.status,
        statusText: response.statusText,
        headers: headersOf(response.headers),
      },
      body: ending === 'refused' ? text : isStream ? skeletonOf(text) : undefined,
      remark: seen.length === 0 ? undefined : seen.join('\n'),
    }),
  };
  return { kind: 'bad', ...badCallOf(judgeFailure(failure)) };
}

function hasError(text: string): boolean {
  return /^event:[ \t]?error/m.test(text);
}

/** The events of a stream without what the model wrote. */
function skeletonOf(text: string): string {
  const scan = scanEvents();
  scan.push(Buffer.from(text));
  return scan.skeleton();
}

/** Values that went over the wire and that the type of the platform does not take are left out. */
function headersOf(flat: readonly string[]): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(headerRecord(flat)))
    try {
      headers.set(name, value);
    } catch {
      // It says nothing of the failure.
    }
  return headers;
}
