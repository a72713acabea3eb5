import type { Arrival } from './arrival.ts';
import { answerBatch, createBatch } from './batch-routes.ts';
import { batchPage } from './batches.ts';
import { answerMessages } from './message-route.ts';
import { inventedModel, modelById, modelPage } from './models.ts';
import { accepted, dayOf, promptTokens, refuse, type Outcome } from './outcome.ts';
import { jsonReply } from './reply.ts';
import type { SimulatorState } from './state.ts';
import { statusDocument } from './status-page.ts';

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
