import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openKeeper } from '../../app/recorder/keeper.ts';
import { observer } from './observer.ts';
import { exchangesOfHar } from './from-har.ts';
import { incidentHar } from '../../report/incident-exports.ts';
import type { Exchange, ExchangeResponse } from './exchange.ts';

const json = ['content-type', 'application/json'];
const fine = {
  type: 'message',
  content: [{ type: 'text', text: 'hi' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 5, output_tokens: 2 },
};
const refusal = { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } };

function body(value: unknown): { readonly bytes: number; readonly head: Uint8Array; readonly tail: Uint8Array } {
  const head =
    value instanceof Uint8Array ? value : Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return { bytes: head.byteLength, head, tail: new Uint8Array(0) };
}

function answer(status: number, value: unknown, headers: readonly string[] = json): ExchangeResponse {
  return { status, statusText: '', headers, body: body(value) };
}

function exchange(rest: Partial<Exchange> = {}): Exchange {
  return {
    at: Date.parse('2026-11-25T12:00:00Z'),
    method: 'POST',
    path: '/v1/messages',
    upstream: 'https://api.anthropic.com',
    headers: ['X-Stainless-Lang', 'js', 'User-Agent', 'Anthropic/JS 1.14.0', 'x-api-key', 'not for the store'],
    body: body({
      model: 'claude-sonnet-5',
      max_tokens: 9,
      messages: [{ role: 'user', content: 'a private question' }],
    }),
    response: answer(200, fine),
    ending: { kind: 'complete' },
    timing: { isConnectionReused: false, endMs: 30 },
    ...rest,
  };
}

async function causeOf(one: Exchange): Promise<string | undefined> {
  const keeper = await openKeeper({ withBodies: true, now: () => 0 });
  const failure = await keeper.take(one);
  return failure && (failure.verdict.findings[0]?.cause ?? failure.verdict.outcome);
}

const stream = ['content-type', 'text/event-stream'];
const event = (type: string, rest: object = {}): string =>
  `event: ${type}\ndata: ${JSON.stringify({ type, ...rest })}\n\n`;

describe('an exchange is taken for what it is', () => {
  test.each<[string, Partial<Exchange>, string | undefined]>([
    ['an answer', {}, undefined],
    [
      'a stream that ends',
      { response: answer(200, event('message_start') + event('message_stop'), stream) },
      undefined,
    ],
    ['an error', { response: answer(529, refusal) }, 'overloaded'],
    [
      'a compressed error',
      { response: answer(529, gzipSync(JSON.stringify(refusal)), [...json, 'content-encoding', 'gzip']) },
      'overloaded',
    ],
    [
      'an error inside a stream',
      { response: answer(200, event('message_start') + event('error', refusal), stream) },
      'overloaded',
    ],
    [
      'a stream without its end',
      { response: answer(200, event('message_start') + event('ping'), stream) },
      'stream-interrupted',
    ],
    [
      'an answer that talks of errors',
      { response: answer(200, { ...fine, content: [{ type: 'text', text: '529 overloaded_error: Overloaded' }] }) },
      undefined,
    ],
    [
      'a refused connection',
      {
        ending: {
          kind: 'unanswered',
          how: 'reset',
          code: 'ECONNREFUSED',
          message: 'connect ECONNREFUSED 10.0.0.1:443',
        },
      },
      'connection-refused',
    ],
    ['a caller that changed its mind', { ending: { kind: 'abandoned' } }, undefined],
    [
      'a caller that gave up',
      { ending: { kind: 'abandoned' }, timing: { isConnectionReused: false, endMs: 60_000 } },
      'response-timeout',
    ],
    [
      'a caller that gave up when the time was over that its SDK had stated',
      {
        headers: ['X-Stainless-Timeout', '4'],
        ending: { kind: 'abandoned' },
        timing: { isConnectionReused: false, endMs: 4003 },
      },
      'response-timeout',
    ],
    [
      'a caller that changed its mind before that time was over',
      {
        headers: ['x-stainless-read-timeout', '4.5'],
        ending: { kind: 'abandoned' },
        timing: { isConnectionReused: false, endMs: 4003 },
      },
      undefined,
    ],
    [
      'a stream that was silent for the time that its SDK had stated',
      {
        headers: ['x-stainless-read-timeout', '2.5'],
        ending: { kind: 'abandoned' },
        response: answer(200, event('message_start'), stream),
        timing: { isConnectionReused: false, lastByteMs: 900, endMs: 3400 },
      },
      'stream-stalled',
    ],
    [
      'a stream that fell silent',
      {
        ending: { kind: 'abandoned' },
        response: answer(200, event('message_start'), stream),
        timing: { isConnectionReused: false, lastByteMs: 900, endMs: 90_000 },
      },
      'stream-stalled',
    ],
  ])('%s', async (_, rest, cause) => {
    const unanswered = rest.ending?.kind === 'unanswered' || (rest.ending?.kind === 'abandoned' && !rest.response);
    const { response, ...without } = exchange(rest);
    expect(await causeOf(unanswered || !response ? without : { ...without, response })).toBe(cause);
  });
});

test('a call that streams and waits in vain is not told to stream', async () => {
  const keeper = await openKeeper({ withBodies: true, now: () => 0 });
  const adviceFor = async (stream: boolean): Promise<string | undefined> => {
    const { response, ...unanswered } = exchange({
      body: body({ model: 'claude-sonnet-5', stream, messages: [{ role: 'user', content: String(stream) }] }),
      ending: { kind: 'abandoned' },
      timing: { isConnectionReused: false, endMs: 60_000 },
    });
    expect(response).toBeDefined();
    return (await keeper.take(unanswered))?.verdict.findings[0]?.remedies[0]?.action;
  };
  expect(await adviceFor(false)).toContain('Stream the answer');
  expect(await adviceFor(true)).toContain('Raise the time limit');
});

describe('an incident', () => {
  const judge = { outcome: 'unknown', findings: [], facts: {}, open: [] } as const;
  const observe = (withBodies: boolean): ReturnType<typeof observer> =>
    observer({ judge: () => judge, newId: () => 'inc_x', withBodies });
  const failed = exchange({ response: answer(529, refusal) });

  test('tells who sent the request and what it was, and keeps no credential', () => {
    const incident = observe(true)(failed).failure?.incident;
    expect(incident).toMatchObject({
      caller: { client: 'Anthropic/JS', version: '1.14.0', language: 'js' },
      request: { shape: { model: 'claude-sonnet-5', messages: 1, blocks: { text: 1 } } },
    });
    expect(JSON.stringify(incident)).not.toContain('not for the store');
    expect(incident?.request.body.text).toContain('a private question');
  });

  test('keeps no word of a body where bodies are not wanted', () => {
    expect(JSON.stringify(observe(false)(failed).failure?.incident)).not.toContain('private');
  });

  test('is told of the calls around it, not of its own tries and not of those that were abandoned', () => {
    const told = observe(true);
    for (const second of [0, 1, 2, 3]) told(exchange({ at: failed.at + second * 1000, ending: { kind: 'abandoned' } }));
    const tries = [4, 5, 6, 7].map((second) => told({ ...failed, at: failed.at + second * 1000 }));
    expect(tries.map(({ tried }) => tried.count)).toEqual([1, 2, 3, 4]);
    const observations = tries.flatMap(({ failure }) => failure?.incident.observations ?? []);
    expect(observations.filter((sentence) => sentence.includes('in the minute before'))).toEqual([]);
  });

  test.each<[readonly string[], RegExp | undefined]>([
    [['retry-after', '30'], /asked to wait 30 s/],
    [['retry-after', '30', 'retry-after-ms', '5000'], /asked to wait 5 s/],
    [['retry-after', 'Wed, 25 Nov 2026 12:00:09 GMT', 'date', 'Wed, 25 Nov 2026 12:00:00 GMT'], /asked to wait 9 s/],
    [['retry-after', '-5'], undefined],
    [['retry-after', ''], undefined],
    [['retry-after', '99999999999'], undefined],
    [['retry-after', 'soon'], undefined],
  ])('tells that %j was not waited for', (headers, said) => {
    const told = observe(true);
    told(exchange({ response: answer(529, refusal, [...json, ...headers]) }));
    const { tried } = told(exchange({ at: failed.at + 1000, response: answer(529, refusal) }));
    expect(tried.observations).toEqual(said === undefined ? [] : [expect.stringMatching(said)]);
  });

  test('comes back from a HAR as it was', () => {
    const incident = observe(true)(failed).failure?.incident;
    const [again] = exchangesOfHar(JSON.stringify(incident && incidentHar(incident, '1'))) ?? [];
    expect(again && observe(true)(again).failure?.incident).toMatchObject({
      at: incident?.at,
      group: incident?.group,
      request: { path: '/v1/messages', body: incident?.request.body },
      response: { status: 529, body: incident?.response?.body },
    });
  });
});
