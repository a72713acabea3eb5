import { cacheUse } from './answer/cache.ts';
import { eventsOf } from './answer/events.ts';
import { composeMessage, type AnswerMessage } from './answer/message.ts';
import type { Arrival } from './arrival.ts';
import { atTime, freshMeter, limitHeaders, refusalOf, tooManyAtOnce, used, type Meter } from './limits/meter.ts';
import { accepted, promptTokens, refuse, type Outcome } from './outcome.ts';
import { errorBody, errorReply, jsonReply, streamReply, type StreamEvent } from './reply.ts';
import type { SimulatorState } from './state.ts';

/** Cached prefixes beyond which the oldest are forgotten. */
const mostCached = 2000;

/** `POST /v1/messages`: judged, then held to the limits, then answered. */
export function answerMessages(state: SimulatorState, arrival: Arrival): Outcome {
  return accepted(state, arrival, ({ view }) => {
    const { at, number, identity, deed, draw } = arrival;
    const { limits, texts, organizationId } = state.setting;
    if (limits.concurrency !== undefined && state.inFlight > limits.concurrency)
      return refuse(state, arrival, tooManyAtOnce);
    const tokens = promptTokens(view);
    const cache = cacheUse(view, tokens, state.cached, at);
    const text = texts[number % Math.max(1, texts.length)];
    const message = composeMessage(view, {
      draw,
      promptTokens: tokens,
      cache,
      ...(deed?.kind === 'ending' ? { ending: deed.ending } : {}),
      ...(text === undefined ? {} : { text }),
    });
    const modelClass = view.model?.id ?? view.modelId ?? '';
    const meter = atTime(state.meters.get(modelClass) ?? freshMeter(limits, at), at);
    const use = { inputTokens: tokens - cache.read, outputTokens: message.usage.output_tokens, model: modelClass };
    const refusal = refusalOf(meter, limits, use, organizationId, at);
    if (refusal) return refuse(withMeter(state, modelClass, meter), arrival, refusal);
    const after = used(meter, use);
    const next = withCached(withMeter(state, modelClass, after), cache.kept, at);
    const headers = limitHeaders(after);
    return [
      next,
      view.isStreaming
        ? streamReply(streamedEvents(message, arrival), identity, headers)
        : deed?.kind === 'stream-error'
          ? errorReply(deed.error, identity)
          : jsonReply(message, identity, headers),
    ];
  });
}

/** The events of an answer; a fault may put an error behind the first ones. */
function streamedEvents(message: AnswerMessage, { deed, identity }: Arrival): readonly StreamEvent[] {
  const events = eventsOf(message);
  if (deed?.kind !== 'stream-error') return events;
  return [...events.slice(0, Math.min(4, events.length - 2)), errorBody(deed.error, identity.requestId)];
}

function withMeter(state: SimulatorState, modelClass: string, meter: Meter): SimulatorState {
  return { ...state, meters: new Map(state.meters).set(modelClass, meter) };
}

function withCached(state: SimulatorState, kept: ReadonlyMap<string, number>, at: number): SimulatorState {
  if (kept.size === 0) return state;
  const living = [...state.cached].filter(([key, end]) => end > at && !kept.has(key)).slice(-mostCached);
  return { ...state, cached: new Map([...living, ...kept]) };
}
