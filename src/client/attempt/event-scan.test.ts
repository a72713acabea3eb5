import { describe, expect, test } from 'vitest';
import { scanEvents, type EventScan } from './event-scan.ts';

const encoder = new TextEncoder();

function event(type: string, rest: object = {}): string {
  return `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;
}

const text = [
  ': a comment\n\n',
  event('message_start'),
  event('ping'),
  event('content_block_delta', { delta: { type: 'text_delta', text: 'Grüße, 世界' } }),
  event('message_stop'),
].join('');

function scanned(...pieces: readonly (string | Uint8Array)[]): EventScan {
  const scan = scanEvents();
  for (const piece of pieces) scan.push(typeof piece === 'string' ? encoder.encode(piece) : piece);
  return scan;
}

describe('a stream', () => {
  test.each([
    ['line feeds', text],
    ['carriage returns and line feeds', text.replaceAll('\n', '\r\n')],
    ['carriage returns', text.replaceAll('\n', '\r')],
  ])('is read alike wherever it is cut into pieces: %s', (_, whole) => {
    const bytes = encoder.encode(whole);
    for (let at = 0; at <= bytes.length; at += 1) {
      const scan = scanEvents();
      const events = [bytes.slice(0, at), bytes.slice(at)].flatMap((piece) => scan.push(piece));
      expect(events.map((one) => one.text).join('') + scan.rest()).toBe(whole);
      expect(scan.progress()).toEqual({ events: 4, lastEvent: 'message_stop', complete: true, startedMessage: true });
      expect(scan.defect()).toBeUndefined();
    }
  });

  test('has output once the model has said something', () => {
    expect(scanned(event('message_start'), event('ping')).hasOutput()).toBe(false);
    expect(scanned(event('message_start'), event('content_block_start')).hasOutput()).toBe(true);
    expect(scanned('data: {"choices":[]}\n\n').hasOutput()).toBe(true);
  });

  test('keeps nothing of what the model said', () => {
    expect(scanned(text).skeleton()).not.toMatch(/Grüße|世界/);
  });

  test.each([
    ['an event', 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error"}}\n\n'],
    ['data without a name', 'data: {"type":"error","error":{"type":"overloaded_error"}}\n\n'],
    ['the form of OpenAI', 'data: {"error":{"message":"overloaded_error"}}\n\n'],
    ['a bare line of a gateway', '{"type":"error","error":{"type":"overloaded_error"}}\n\n'],
  ])('carries an error as %s', (_, error) => {
    const scan = scanned(event('message_start'), error);
    expect(scan.defect()).toEqual({});
    expect(scan.skeleton()).toContain('overloaded_error');
  });

  test('with an event that is no JSON is told without a piece of it', () => {
    const scan = scanned('event: content_block_delta\ndata: {"text":"My secret dia\n\n');
    expect(scan.defect()?.thrown?.message).toBe('An event of the stream is not valid JSON.');
  });
});

test('an event in many pieces is read in linear time', () => {
  const scan = scanEvents();
  const piece = encoder.encode('x'.repeat(1000));
  const startedAt = performance.now();
  for (let count = 0; count < 5000; count += 1) scan.push(piece);
  expect(performance.now() - startedAt).toBeLessThan(2000);
});
