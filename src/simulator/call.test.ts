import { expect, test } from 'vitest';
import { routeOf } from './call.ts';

test.each([
  ['POST', '/v1/messages', { kind: 'messages' }],
  ['POST', '/v1/messages/count_tokens', { kind: 'count-tokens' }],
  ['POST', '/v1/messages/batches', { kind: 'batch-create' }],
  ['GET', '/v1/messages/batches', { kind: 'batch-list' }],
  ['GET', '/v1/messages/batches/msgbatch_1', { kind: 'batch', id: 'msgbatch_1' }],
  ['DELETE', '/v1/messages/batches/msgbatch_1', { kind: 'batch-delete', id: 'msgbatch_1' }],
  ['POST', '/v1/messages/batches/msgbatch_1/cancel', { kind: 'batch-cancel', id: 'msgbatch_1' }],
  ['GET', '/v1/messages/batches/msgbatch_1/results', { kind: 'batch-results', id: 'msgbatch_1' }],
  ['GET', '/v1/models', { kind: 'model-list' }],
  ['GET', '/v1/models/us.anthropic.claude%3A0', { kind: 'model', id: 'us.anthropic.claude:0' }],
  ['GET', '/api/v2/summary.json', { kind: 'status-page', document: 'summary' }],
  ['GET', '/v1/messages', { kind: 'wrong-method', allowed: 'POST' }],
  ['POST', '/v1/models', { kind: 'wrong-method', allowed: 'GET' }],
  ['PUT', '/v1/messages/batches/msgbatch_1', { kind: 'wrong-method', allowed: 'GET, DELETE' }],
  ['POST', '/v1/v1/messages', { kind: 'unknown-path' }],
  ['POST', '/v1/chat/completions', { kind: 'unknown-path' }],
])('%s %s is understood', (method, path, route) => {
  expect(routeOf(method, path)).toEqual(route);
});
