import { viewRequest } from '../check/view.ts';
import type { ErrorAnswer } from '../core/fault.ts';
import type { JsonObject } from '../core/json.ts';
import type { RequestView } from '../core/view.ts';
import { cacheUse } from './answer/cache.ts';
import { eventsOf } from './answer/events.ts';
import { composeMessage, type AnswerMessage } from './answer/message.ts';
import type { Arrival } from './arrival.ts';
import {
  batchMissing,
  batchObject,
  batchPage,
  endOf,
  entriesOf,
  isCanceled,
  resultsMissing,
  stillWorking,
  type Batch,
  type BatchEntry,
} from './batches.ts';
import type { BatchRoute } from './call.ts';
import { drawFor, requestId } from './draw.ts';
import { entryError, judgeBody, type JudgedCall, type Judgement } from './judge.ts';
import { atTime, freshMeter, limitHeaders, refusalOf, tooManyAtOnce, used, type Meter } from './limits/meter.ts';
import { inventedModel, modelById, modelPage } from './models.ts';
import { errorBody, errorReply, jsonReply, streamReply, textReply, type Reply, type StreamEvent } from './reply.ts';
import type { SimulatorState } from './state.ts';
import { statusDocument } from './status-page.ts';

type Outcome = readonly [SimulatorState, Reply];

/** Cached prefixes beyond which the oldest are forgotten. */
const mostCached = 2000;

/** Answers a call whose path and credential are in order. */
export function answerRoute(state: SimulatorState, arrival: Arrival): Outcome {
  const { route, identity, at, call, baseUrl } = arrival;
  switch (route.kind) {
    case 'status-page': {
      const { incidents, setting } = state;
      return [
        state,
        jsonReply(statusDocument(route.document, { incidents, since: setting.startedAt, now: at }), identity),
      ];
    }
    case 'messages':
      return answerMessages(state, arrival);
    case 'count-tokens':
      return accepted(state, arrival, ({ view }) => [state, jsonReply({ input_tokens: promptTokens(view) }, identity)]);
    case 'batch-create':
      return accepted(state, arrival, ({ body }) => createBatch(state, arrival, body));
    case 'batch-list':
      return [state, jsonReply(batchPage(state.batches.values(), call.query, at, baseUrl), identity)];
    case 'batch':
    case 'batch-cancel':
    case 'batch-delete':
    case 'batch-results':
      return answerBatch(state, arrival, route);
    case 'model-list':
      return [state, jsonReply(modelPage(call.query, dayOf(at)), identity)];
    case 'model': {
      const found = modelById(route.id, dayOf(at));
      if ('model' in found) return [state, jsonReply(found.model, identity)];
      return state.setting.judge === 'structure'
        ? [state, jsonReply(inventedModel(route.id, dayOf(at)), identity)]
        : refuse(state, arrival, found.error);
    }
    case 'unknown-path':
    case 'wrong-method':
      return refuse(state, arrival, { status: 404, type: 'not_found_error', message: 'Not Found' });
  }
}

function refuse(state: SimulatorState, { identity }: Arrival, error: ErrorAnswer): Outcome {
  return [state, errorReply(error, identity)];
}

function accepted(
  state: SimulatorState,
  arrival: Arrival,
  answer: (judged: Extract<Judgement, { readonly kind: 'accepted' }>) => Outcome,
): Outcome {
  const { body } = arrival.call;
  const judged = judgeBody(body.kind === 'text' ? body.text : '', judgedCall(state, arrival));
  return judged.kind === 'refused' ? refuse(state, arrival, judged.error) : answer(judged);
}

function judgedCall({ setting }: SimulatorState, { call, at }: Arrival): JudgedCall {
  return { path: call.path, headers: call.headers, mode: setting.judge, day: dayOf(at) };
}

/** `POST /v1/messages`: judged, then held to the limits, then answered. */
function answerMessages(state: SimulatorState, arrival: Arrival): Outcome {
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

/** The middle of the estimate: nobody outside the API can count. */
function promptTokens(view: RequestView): number {
  const { low, high } = view.tokens().total;
  return Math.max(1, Math.round((low + high) / 2));
}

function createBatch(state: SimulatorState, arrival: Arrival, body: JsonObject): Outcome {
  const { at, draw, identity, baseUrl } = arrival;
  const entries = entriesOf(body, (params) => entryError(params, judgedCall(state, arrival)));
  const batch = { id: `msgbatch_01${draw.token(22)}`, createdAt: at, entries };
  return [withBatch(state, batch), jsonReply(batchObject(batch, at, baseUrl), identity)];
}

function withBatch(state: SimulatorState, batch: Batch): SimulatorState {
  return { ...state, batches: new Map(state.batches).set(batch.id, batch) };
}

function answerBatch(state: SimulatorState, arrival: Arrival, { kind, id }: BatchRoute): Outcome {
  const { at, identity, baseUrl } = arrival;
  const batch = state.batches.get(id) ?? (state.setting.judge === 'structure' ? inventedBatch(id, at) : undefined);
  if (!batch) return refuse(state, arrival, batchMissing(id));
  const hasEnded = at >= endOf(batch);
  switch (kind) {
    case 'batch':
      return [state, jsonReply(batchObject(batch, at, baseUrl), identity)];
    case 'batch-cancel': {
      const canceled = hasEnded || batch.canceledAt !== undefined ? batch : { ...batch, canceledAt: at };
      return [withBatch(state, canceled), jsonReply(batchObject(canceled, at, baseUrl), identity)];
    }
    case 'batch-delete': {
      if (!hasEnded) return refuse(state, arrival, stillWorking(id));
      const batches = new Map(state.batches);
      batches.delete(id);
      return [{ ...state, batches }, jsonReply({ id, type: 'message_batch_deleted' }, identity)];
    }
    case 'batch-results':
      return hasEnded
        ? [state, textReply(resultLines(batch, state.setting.seed), 'application/binary', identity)]
        : refuse(state, arrival, resultsMissing(id));
  }
}

/** A batch that ended long ago, for judging by the schema alone. */
function inventedBatch(id: string, at: number): Batch {
  return { id, createdAt: at - 60_000, entries: [] };
}

/** One JSON line for each entry. */
function resultLines(batch: Batch, seed: number): string {
  return batch.entries
    .map((entry) => `${JSON.stringify({ custom_id: entry.customId, result: resultOf(entry, batch, seed) })}\n`)
    .join('');
}

function resultOf({ customId, params, error }: BatchEntry, batch: Batch, seed: number): JsonObject {
  if (isCanceled(batch)) return { type: 'canceled' };
  if (error) return { type: 'errored', error: errorBody(error, requestId(drawFor(seed, batch.id, customId))) };
  return { type: 'succeeded', message: batchMessage(params, seed, batch.id, customId) };
}

function batchMessage(params: JsonObject, seed: number, batchId: string, customId: string): AnswerMessage {
  const view = viewRequest(params, {}, true);
  const tokens = promptTokens(view);
  const cache = cacheUse(view, tokens, new Map(), 0);
  const message = composeMessage(view, { draw: drawFor(seed, batchId, customId), promptTokens: tokens, cache });
  return { ...message, usage: { ...message.usage, service_tier: 'batch' } };
}

let today = { number: NaN, text: '' };

/** The day of a time, as rules and models are dated. */
function dayOf(at: number): string {
  const number = Math.floor(at / 86_400_000);
  if (number !== today.number) today = { number, text: new Date(at).toISOString().slice(0, 10) };
  return today.text;
}
