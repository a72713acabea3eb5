import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { isObject, parsedJson, type JsonObject } from '../../src/core/json.ts';
import type { Incident } from '../../src/core/incident.ts';
import { openStore } from '../../src/store/sqlite.ts';
import type { IncidentStore } from '../../src/store/store.ts';
import { outputComplaints } from '../schemas.ts';
import { countingService, errorAnswer, linesOf, startRamp, workFolder, writeQueue } from './backlog.ts';

// Each test starts the program, some of them several times.
vi.setConfig({ testTimeout: 60_000 });

const quick = ['--steps', '3000/min', '--hold', '1s', '--calls', '5'];
const request = (text: string): object => ({
  model: 'claude-sonnet-5',
  max_tokens: 64,
  messages: [{ role: 'user', content: text }],
});

/** Keeps a failing call as the recorder would. */
async function keep(
  store: IncidentStore,
  id: string,
  text: string,
  cause: string,
  locus: 'service' | 'request',
  kind: 'yes' | 'no',
): Promise<void> {
  const page = { url: 'https://docs.example', title: 'Errors', checkedOn: '2026-11-25' };
  const body = JSON.stringify(request(text));
  const incident: Incident = {
    id: `inc_${id.repeat(19)}`,
    at: '2026-11-25T12:00:00.000Z',
    group: cause,
    verdict: {
      outcome: 'failure',
      findings: [
        {
          cause,
          title: 'Blocked',
          locus,
          certainty: 'proven',
          explanation: '',
          because: [],
          remedies: [],
          retry: { kind, because: '' },
          docs: page,
        },
      ],
      facts: {},
      open: [],
    },
    request: {
      method: 'POST',
      path: '/v1/messages',
      headers: [['anthropic-version', '2023-06-01']],
      body: { bytes: body.length, text: body },
      shape: { model: 'claude-sonnet-5' },
    },
    upstream: 'https://api.anthropic.com',
    timing: { isConnectionReused: false, endMs: 3 },
    attempts: [],
    caller: {},
    observations: [],
  };
  await store.add(incident, JSON.stringify(incident), Date.parse('2026-11-25T12:00:00Z'));
}

test('a queue is sent whole, with every answer in the file under the id of its record', async () => {
  const folder = workFolder();
  const service = await countingService(1);
  const { code, out } = await startRamp(folder, [writeQueue(folder, 12), '--base-url', service.url, ...quick]).ended;
  expect(out).toContain(`Sends to    ${service.url} (--base-url)`);
  expect(out).toContain('12 done');
  expect(code).toBe(0);
  const answers = linesOf(folder, 'answers.ndjson');
  expect(answers).toHaveLength(12);
  expect(answers.find(({ custom_id: id }) => id === 'c7')).toMatchObject({
    custom_id: 'c7',
    request_id: 'req_7',
    attempts: 1,
    result: { type: 'succeeded', message: { content: [{ text: 'Answer to Question 7' }] } },
  });
  const ids = linesOf(folder, 'log.ndjson').map(({ requestId }) => requestId);
  expect(ids).toContain('req_7');
});

test('what fails for good is told with its cause, and what would fail is set aside with the reason', async () => {
  const folder = workFolder();
  const service = await countingService(2);
  service.answer = (question) =>
    question === 'Question 3'
      ? errorAnswer(400, 'invalid_request_error', 'Output blocked by content filtering policy')
      : undefined;
  const queue = writeQueue(folder, 6, [{ custom_id: 'empty', params: { ...request('x'), messages: [] } }]);
  const { code, out } = await startRamp(folder, [queue, '--base-url', service.url, ...quick]).ended;
  expect(code).toBe(1);
  expect(out).toContain('The queue is empty, but not all of it is done.');
  expect(out).toContain('5 done, 1 failed, 1 set aside');
  const answers = linesOf(folder, 'answers.ndjson');
  expect(answers.find(({ custom_id: id }) => id === 'c3')).toMatchObject({
    result: { type: 'errored', error: { status: 400, message: 'Output blocked by content filtering policy' } },
  });
  expect(answers.find(({ custom_id: id }) => id === 'empty')).toMatchObject({
    attempts: 0,
    result: { type: 'set_aside', because: 'messages: at least one message is required (messages-empty)' },
  });
});

test('a run that stops keeps what was not sent, and the same command goes on with it', async () => {
  const folder = workFolder();
  const service = await countingService(3);
  service.answer = (question) =>
    question === 'Question 2'
      ? errorAnswer(
          400,
          'invalid_request_error',
          'Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits.',
        )
      : undefined;
  const queue = writeQueue(folder, 8);
  const first = await startRamp(folder, [queue, '--base-url', service.url, ...quick, '--concurrency', '1']).ended;
  expect(first.code).toBe(1);
  expect(first.out).toContain('Waiting does not heal credit-balance-low.');
  service.answer = () => undefined;
  const second = await startRamp(folder, [queue, '--base-url', service.url, ...quick]).ended;
  expect(second.out).toContain('goes on where it ended');
  expect(second.code).toBe(0);
  expect(linesOf(folder, 'answers.ndjson')).toHaveLength(8);
  const third = await startRamp(folder, [queue, '--base-url', service.url, ...quick]).ended;
  expect(third.out).toContain('Nothing of this queue is left to send: 8 done');
  expect([...service.received.values()].filter((times) => times > 1)).toEqual([2]);
});

test('an overload is waited out, and every retry is told', async () => {
  const folder = workFolder();
  const service = await countingService(4);
  let left = 2;
  service.answer = (question) =>
    question === 'Question 1' && left-- > 0 ? errorAnswer(529, 'overloaded_error', 'Overloaded') : undefined;
  const { code, out } = await startRamp(folder, [writeQueue(folder, 5), '--base-url', service.url, ...quick, '--json'])
    .ended;
  expect(code).toBe(0);
  const lines = out.trim().split('\n').map(parsedJson).filter(isObject);
  const again = lines.filter(({ event }) => event === 'again');
  expect(again.map(({ attempt, cause }) => [attempt, cause])).toEqual([
    [1, 'overloaded'],
    [2, 'overloaded'],
  ]);
  expect(lines.flatMap((line) => outputComplaints('ramp-line', line))).toEqual([]);
  expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['plan', 'entry', 'figures', 'summary']));
});

test('retries that cannot be paid wait for another run', async () => {
  const folder = workFolder();
  const service = await countingService(9);
  let isDown = true;
  service.answer = (question) => {
    if (question !== 'Question 0' || !isDown) return undefined;
    isDown = false;
    return errorAnswer(529, 'overloaded_error', 'Overloaded');
  };
  const queue = writeQueue(folder, 3);
  const first = await startRamp(folder, [queue, '--base-url', service.url, ...quick, '--retries', '0']).ended;
  expect(first.out).toContain('The retries are used up.');
  expect(first.out).toContain('2 done, 1 still to be sent');
  expect(first.code).toBe(1);
  const second = await startRamp(folder, [queue, '--base-url', service.url, ...quick, '--retries', '0']).ended;
  expect(second.out).toContain('The retries are used up.');
  const third = await startRamp(folder, [queue, '--base-url', service.url, ...quick]).ended;
  expect(third.out).toContain('3 done');
  expect(third.code).toBe(0);
});

test('the report is one page that loads nothing and shows the decisions', async () => {
  const folder = workFolder();
  const service = await countingService(5);
  const steps = ['--steps', '600/min,6000/min', '--hold', '1s', '--calls', '5'];
  const { out } = await startRamp(folder, [writeQueue(folder, 60), '--base-url', service.url, ...steps]).ended;
  const page = readFileSync(/Report +(\S+)/.exec(out)?.[1] ?? '', 'utf8');
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|https?:\/\//);
  expect(page.match(/<svg/g)).toHaveLength(5);
  expect(page).toContain('go-on 600/min → 6000/min');
  expect(page).toContain('class="mark go-on"');
});

test('a dry run shows what would be sent, needs no key and sends nothing', async () => {
  const folder = workFolder();
  const service = await countingService(6);
  const queue = writeQueue(folder, 40, [{ custom_id: 'empty', params: { ...request('x'), messages: [] } }]);
  const { code, out } = await startRamp(folder, [
    queue,
    '--base-url',
    service.url,
    '--dry-run',
    '--json',
    '--full',
    '600/min',
  ]).ended;
  const plan = parsedJson(out.split('\n')[0] ?? '');
  expect(code).toBe(0);
  expect(plan).toMatchObject({ kind: 'plan', waiting: 40, baseUrl: service.url, mostOutputTokens: 2560 });
  expect(outputComplaints('ramp-line', plan)).toEqual([]);
  expect(service.received.size).toBe(0);
});

test('failing calls that were kept are sent again, but for those whose request is to blame', async () => {
  const folder = workFolder();
  const service = await countingService(8);
  const store = openStore(join(folder, 'store'), 'create');
  await keep(store, 'a', 'Question 1', 'overloaded', 'service', 'yes');
  await keep(store, 'b', 'Question 2', 'content-blocked', 'request', 'no');
  await keep(store, 'c', `Question 3 [redacted anthropic-api-key, 108 characters]`, 'overloaded', 'service', 'yes');
  await store.close();
  const { code, out } = await startRamp(folder, ['--incidents', '--base-url', service.url, ...quick]).ended;
  expect([...service.received.keys()]).toEqual(['Question 1']);
  expect(out).toContain('1 done, 2 set aside');
  const said = out.replaceAll(/\s+/g, ' ');
  expect(said).toContain('and would again: Blocked (content-blocked).');
  expect(said).toContain('A secret was taken out of it');
  expect(code).toBe(1);
});

test('a folder is a queue too, and files without a request are left out', async () => {
  const folder = workFolder();
  const service = await countingService(7);
  const requests = join(folder, 'requests');
  mkdirSync(requests);
  writeFileSync(join(requests, 'one.json'), JSON.stringify(request('Question 1')));
  writeFileSync(join(requests, 'two.json'), JSON.stringify(request('Question 2')));
  writeFileSync(join(requests, 'settings.json'), '{"a":1}');
  const { code, err } = await startRamp(folder, [requests, '--base-url', service.url, ...quick]).ended;
  expect(code).toBe(0);
  expect(err).toContain('settings.json');
  const labels = linesOf(folder, 'answers.ndjson').map((line: JsonObject) => String(line['source']));
  expect(new Set(labels.map((label) => label.split('/').at(-1)))).toEqual(new Set(['one.json', 'two.json']));
});

test.each([
  [['missing.ndjson'], 'There is no file missing.ndjson.'],
  [[], 'A queue is read from files'],
  [['queue.ndjson', '--steps', '50%,10%'], '10% is not more than the step before it.'],
  [['queue.ndjson', '--hold', 'soon'], '--hold soon is not a time.'],
  [['queue.ndjson', '--confirm'], '--confirm asks in a terminal, and there is none.'],
  [['queue.ndjson', '--cause', 'overloaded'], '--cause does nothing without --incidents.'],
  [['queue.ndjson', '--base-url', 'nonsense'], 'which is no web address'],
])('%j is refused with the reason', async (args, said) => {
  const folder = workFolder();
  writeQueue(folder, 2);
  const { code, err } = await startRamp(folder, args).ended;
  expect(err).toContain(said);
  expect(code).toBe(2);
});
