import { viewRequest } from '../check/view.ts';
import type { JsonObject } from '../core/json.ts';
import { cacheUse } from './answer/cache.ts';
import { composeMessage, type AnswerMessage } from './answer/message.ts';
import type { Arrival } from './arrival.ts';
import {
  batchMissing,
  batchObject,
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
import { entryError } from './judge.ts';
import { judgedCall, promptTokens, refuse, type Outcome } from './outcome.ts';
import { errorBody, jsonReply, textReply } from './reply.ts';
import type { SimulatorState } from './state.ts';

/** Takes a batch in. */
export function createBatch(state: SimulatorState, arrival: Arrival, body: JsonObject): Outcome {
  const { at, draw, identity, baseUrl } = arrival;
  const entries = entriesOf(body, (params) => entryError(params, judgedCall(state, arrival)));
  const batch = { id: `msgbatch_01${draw.token(22)}`, createdAt: at, entries };
  return [withBatch(state, batch), jsonReply(batchObject(batch, at, baseUrl), identity)];
}

function withBatch(state: SimulatorState, batch: Batch): SimulatorState {
  return { ...state, batches: new Map(state.batches).set(batch.id, batch) };
}

/** What is asked of one batch. */
export function answerBatch(state: SimulatorState, arrival: Arrival, { kind, id }: BatchRoute): Outcome {
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
