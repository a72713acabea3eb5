import { expect, test } from 'vitest';
import type { Exchange } from './exchange.ts';
import { outcomeOf } from './outcome.ts';
import { exchangeText } from './text.ts';

function exchangeWith(body: string, status: number, type: string): Exchange {
  const head = Buffer.from(body);
  return {
    at: 0,
    method: 'POST',
    path: '/v1/messages',
    upstream: 'https://api.anthropic.com',
    headers: [],
    body: { bytes: 0, head: Buffer.alloc(0), tail: Buffer.alloc(0) },
    response: {
      status,
      statusText: '',
      headers: ['content-type', type],
      body: { bytes: head.length, head, tail: Buffer.alloc(0) },
    },
    ending: { kind: 'complete' },
    timing: { isConnectionReused: false, endMs: 1 },
  };
}

function textOf(body: string, status: number, type: string): string {
  const exchange = exchangeWith(body, status, type);
  return exchangeText(exchange, outcomeOf(exchange), undefined);
}

test('of a very long stream the beginning and the end are judged, in whole lines', () => {
  const event = 'data: {"type":"ping"}\n\n';
  const first = 'data: {"type":"message_start","message":{"id":"msg_1"}}\n\n';
  const last = 'data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}\n\n';
  const text = textOf(first + event.repeat(200_000) + last, 200, 'text/event-stream');
  expect(text.length).toBeLessThan(140_000);
  expect(text).toContain(first.trim());
  expect(text).toContain(last.trim());
  const odd = text.split('\n').filter((line) => line.startsWith('d') && !line.endsWith('}'));
  expect(odd).toEqual([]);
  expect(text).toContain('\n[…]\n');
});

test('of a very long line the beginning and the end are judged', () => {
  const text = textOf(`<html>${'x'.repeat(1 << 20)}</html>`, 502, 'text/html');
  expect(text).toMatch(/^<html>x{98298}\n\[…\]\nx{32761}<\/html>$/m);
});

test('a body of a usual length is judged whole', () => {
  const body = `{"type":"error","error":{"type":"api_error","message":"${'x'.repeat(100_000)}"}}`;
  expect(textOf(body, 500, 'application/json')).toContain(body);
});
