import { channel } from 'node:diagnostics_channel';
import { expect, onTestFinished, test } from 'vitest';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { watchUndici } from './watch-undici.ts';

/** What is told of one call, of which undici reports that it came back with these fields. */
function toldOf(headers: unknown): Exchange | undefined {
  const told: Exchange[] = [];
  onTestFinished(watchUndici({ onCall: () => true, onExchange: (exchange) => void told.push(exchange) }));
  const request = { origin: 'https://api.anthropic.com', path: '/v1/messages', method: 'POST', headers: ['a', '1'] };
  channel('undici:request:create').publish({ request });
  channel('undici:request:headers').publish({ request, response: { statusCode: 529, statusText: '', headers } });
  channel('undici:request:trailers').publish({ request, trailers: [] });
  return told[0];
}

test.each([
  ['as bytes, over HTTP/1.1', ['request-id', 'req_1', 'x-a', '1', 'x-a', '2'].map((text) => Buffer.from(text))],
  ['as text, over HTTP/2', ['request-id', 'req_1', 'x-a', '1', 'x-a', '2']],
  ['by name, over HTTP/2 with undici 8', { 'request-id': 'req_1', 'x-a': ['1', '2'] }],
])('the fields of an answer are known when they are reported %s', (_, headers) => {
  expect(toldOf(headers)?.response?.headers).toEqual(['request-id', 'req_1', 'x-a', '1', 'x-a', '2']);
});
