import { expect, test } from 'vitest';
import type { Demands, Performance } from '../performance.ts';
import type { Try } from '../stage.ts';
import { judgeConduct } from './conduct.ts';
import { judgeLog } from './log.ts';
import { judgeShown } from './shown.ts';

const demands: Demands = {
  retries: 2,
  limitMs: 30_000,
  credentials: ['not-in-any-known-form'],
  address: 'http://127.0.0.1:4999',
};
const refused =
  '{"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"},"request_id":"req_011Own"}';

function tried(at: number, more: Partial<Try> = {}): Try {
  return {
    at,
    tookMs: 10,
    path: '/v1/messages',
    status: 400,
    requestId: 'req_011Own',
    hasFailed: true,
    isAbandoned: false,
    call: 0,
    problems: [],
    answer: refused,
    isCut: false,
    isStream: false,
    ...more,
  };
}

function played(more: Partial<Performance>): Performance {
  return {
    scenario: 'bad-request',
    beganAt: 0,
    tookMs: 100,
    ending: { kind: 'exited', code: 1 },
    tries: [tried(0)],
    shown: [],
    output: '',
    log: { kind: 'not-named' },
    ...more,
  };
}

function shows(text: string, usual = ''): readonly string[] {
  const normal = played({ scenario: 'normal', shown: [{ where: 'standard output', text: usual }] });
  const shown = [{ where: 'standard output', text } as const];
  return judgeShown(played({ shown }), normal, demands).flatMap(({ id, state }) => (state === 'fails' ? id : []));
}

test.each([
  ['Please try again later. Reference: req_011Own', []],
  ['The service is overloaded, and there was an error.', []],
  ['', ['message']],
  ['BadRequestError: max_tokens: Field required', ['upstream-text']],
  [`Oops: ${refused}`, ['upstream-text']],
  ["Error code: 400 - {'type': 'error', 'error': {'type': 'invalid_request_error'}}", ['upstream-text']],
  ['Failed: POST http://127.0.0.1:4999/v1/messages', ['request-detail']],
  ['Sorry.\n    at ask (file:///app/client.js:42:25)', ['request-detail']],
  ['Sorry: read ECONNRESET', ['request-detail']],
  ['Sorry HTTP Error 400: Bad Request', ['request-detail']],
  ['TypeError: terminated', ['request-detail']],
  ['Your session was terminated. Error 400 on our side; please call 555-400.', []],
  ['The API said: authentication_error, invalid x-api-key', ['upstream-text']],
  ['Request was {"model":"claude-sonnet-5","max_tokens":500}', ['request-detail']],
])('of %j is told what users should not see: %j', (text, failing) => {
  expect(shows(text)).toEqual(failing);
});

test('what a normal call shows too is no leak', () => {
  expect(shows('Usage: POST /v1/messages', 'Usage: POST /v1/messages\nVienna')).toEqual([]);
});

test('a short message of the API is known where it stands as a quote, and not inside a sentence', () => {
  const answer = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
  const of = (text: string): readonly string[] =>
    judgeShown(played({ tries: [tried(0, { answer })], shown: [{ where: 'the answer', text }] }), undefined, demands)
      .filter(({ state }) => state === 'fails')
      .map(({ id }) => id);
  expect(of('Error: Overloaded')).toEqual(['upstream-text']);
  expect(of('Overloaded with work, come back later')).toEqual([]);
});

test.each([
  ['in time', [tried(0, { status: 429 }), tried(1010, { hasFailed: false, status: 200 })], 'holds'],
  ['a little early, as timers are', [tried(0, { status: 429 }), tried(960)], 'holds'],
  ['too early', [tried(0, { status: 429 }), tried(300)], 'fails'],
  ['too early with another body', [tried(0, { status: 429 }), tried(300, { call: 1 })], 'fails'],
  ['beside it', [tried(0, { status: 429, tookMs: 50 }), tried(20, { call: 1 })], 'holds'],
  ['never', [tried(0, { status: 429 })], 'holds'],
])('a call after a 429 that comes %s', (_, tries, state) => {
  const checks = judgeConduct(played({ scenario: 'rate-limited', tries }), demands);
  expect(checks.find(({ id }) => id === 'retry-wait')?.state).toBe(state);
});

test.each([
  [3, { kind: 'exited', code: 1 }, 'holds'],
  [4, { kind: 'exited', code: 1 }, 'fails'],
  [4, { kind: 'beyond-limit' }, 'fails'],
  [2, { kind: 'time-limit' }, 'fails'],
  [1, { kind: 'time-limit' }, 'holds'],
] as const)('%i tries of a call that ended as %j', (count, ending, state) => {
  const tries = Array.from({ length: count }, (_, at) => tried(at * 200, { status: 529 }));
  const checks = judgeConduct(played({ scenario: 'overloaded', tries, ending }), demands);
  expect(checks.find(({ id }) => id === 'retry-limit')?.state).toBe(state);
});

/** How the log comes out by a kind of check. */
function logged(id: string, text: string, tries: readonly Try[] = [tried(0)]): string | undefined {
  return judgeLog(played({ tries, log: { kind: 'text', text } }), demands).find((check) => check.id === id)?.state;
}

test('the log must hold the id of the last try of each call', () => {
  const tries = [tried(0, { requestId: 'req_011First' }), tried(200, { requestId: 'req_011Last' })];
  expect(logged('request-id', 'failed req_011Last', tries)).toBe('holds');
  expect(logged('request-id', 'failed req_011First', tries)).toBe('fails');
});

test('the id of an answer that breaks off is asked for where libraries give it', () => {
  const cut = tried(0, { status: 200, isCut: true });
  expect(logged('request-id', 'failed', [cut])).toBe('noted');
  expect(logged('request-id', 'failed', [{ ...cut, isStream: true }])).toBe('fails');
});

test('an id of another call is named', () => {
  const log = { kind: 'text', text: 'failed: req_011SomebodyElse' } as const;
  expect(judgeLog(played({ log }), demands)[0]?.said).toContain('req_011SomebodyElse, which is another');
});

test('a credential of the application is found whatever its form, and in an encoding', () => {
  expect(logged('credential', 'key: not-in-any-known-form')).toBe('fails');
  const encoded = Buffer.from('x-api-key: not-in-any-known-form').toString('base64');
  expect(logged('credential', `headers: ${encoded}`)).toBe('fails');
  expect(logged('credential', 'mail of user@example.org, key ****')).toBe('holds');
});
