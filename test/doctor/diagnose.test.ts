import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { diagnose, runDiagnose } from '../../src/app/diagnose/operation.ts';
import { readFlags } from '../../src/cli/flags.ts';
import type { Diagnosis } from '../../src/core/diagnosis.ts';
import { testHost } from '../test-host.ts';
import { testKey, testWorld } from './examined.ts';
import { apiAnswer, apiError, deadPort, serve, serveProxy, wellBehaved, type Counting } from './loopback.ts';

const open: Counting[] = [];
const folder = mkdtempSync(join(tmpdir(), 'faultline-diagnose-'));
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const alone = ['--no-status', '--no-connectivity', '--no-resolver', '--no-registry'];

async function run(words: readonly string[], input = '', env = { ANTHROPIC_API_KEY: testKey }) {
  const { host, output } = testHost(input);
  const code = await runDiagnose(readFlags(diagnose, [...alone, ...words]), host, testWorld({ env }));
  return { code, output: output() };
}

async function diagnosed(words: readonly string[], input = ''): Promise<Diagnosis> {
  const { output } = await run([...words, '--json'], input);
  // oxlint-disable-next-line typescript/consistent-type-assertions -- the program's own output, whose shape the schema test holds
  return JSON.parse(output) as Diagnosis;
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const api = async (listener = wellBehaved): Promise<Counting> => {
  const server = await serve(listener);
  open.push(server);
  return server;
};

const badRequest = { model: 'claude-haiku-4-5', max_tokens: 5, messages: [] };
const goodRequest = { model: 'claude-haiku-4-5', max_tokens: 5, messages: [{ role: 'user', content: 'Hello' }] };

describe('an error that proves its cause', () => {
  test.each([
    [
      '400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}',
      'field-missing',
    ],
    [
      '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}',
      'credit-balance-low',
    ],
  ])('needs no contact with anybody: %s', async (text, cause) => {
    const server = await api();
    const diagnosis = await diagnosed(['--base-url', server.url, text]);
    expect(diagnosis.findings[0]?.cause).toBe(cause);
    expect(diagnosis.next?.action).toBeTruthy();
    expect(server.asked).toEqual([]);
  });

  test('is asked about all the same when everything is wanted', async () => {
    const server = await api();
    await run(['--base-url', server.url, '--all', '400 max_tokens: Field required']);
    expect(server.asked.length).toBeGreaterThan(0);
  });
});

describe('an error and what is seen from here', () => {
  test('that say the same make one finding with both as its sources', async () => {
    const text = `APIConnectionError: Connection error. cause: connect ECONNREFUSED 127.0.0.1:4000`;
    const diagnosis = await diagnosed(['--base-url', `http://localhost:${await deadPort()}`, text]);
    expect(diagnosis.findings[0]).toMatchObject({ cause: 'connection-refused', sources: ['error', 'tcp-connection'] });
    expect(diagnosis.findings).toHaveLength(1);
  });

  test('lead to the cause behind the symptom', async () => {
    const server = await api();
    const proxy = await serveProxy('me:secret');
    open.push(proxy);
    const url = server.url.replace('http:', 'https:');
    const text = 'APIConnectionTimeoutError: connect ETIMEDOUT api.anthropic.com:443';
    const diagnosis = await diagnosed(['--base-url', url, '--proxy', proxy.url, text]);
    expect(diagnosis.findings[0]?.cause).toBe('proxy-credentials-missing');
    expect(diagnosis.reasoning.join(' ')).toContain('saw what stands behind it');
  });

  test('that disagree leave what happened in front, and say that it has passed', async () => {
    const server = await api();
    const text = '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}} status 529 anthropic';
    const diagnosis = await diagnosed(['--base-url', server.url, '--allow-paid', text]);
    expect(diagnosis.findings[0]?.cause).toBe('overloaded');
    expect(diagnosis.reasoning.join(' ')).toContain('does not find it from here and now');
  });

  test('of a service that still fails are confirmed by the retry', async () => {
    const server = await api((request, response) => {
      if (request.headers['x-api-key'] === undefined) wellBehaved(request, response);
      else apiAnswer(response, 529, apiError('overloaded_error', 'Overloaded'));
    });
    const text = '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}';
    const diagnosis = await diagnosed(['--base-url', server.url, text]);
    expect(diagnosis.findings[0]).toMatchObject({ cause: 'overloaded', certainty: 'proven' });
    expect(diagnosis.findings[0]?.sources).toContain('error');
  });
});

describe('a request', () => {
  test('is found among the operands and checked', async () => {
    const server = await api();
    const path = file('bad.json', JSON.stringify(badRequest));
    const diagnosis = await diagnosed(['--base-url', server.url, path]);
    expect(diagnosis.findings[0]?.cause).toBe('messages-empty');
    expect(server.asked).toEqual([]);
  });

  test('confirms what the error says, with the place', async () => {
    const server = await api();
    const error = file('error.txt', 'BadRequestError: 400 messages: at least one message is required');
    const path = file('bad.json', JSON.stringify(badRequest));
    const diagnosis = await diagnosed(['--base-url', server.url, error, '--request', path]);
    expect(diagnosis.findings[0]).toMatchObject({ cause: 'messages-empty', sources: ['error', 'request-check'] });
  });

  test('without a fault is counted by the API', async () => {
    const server = await api();
    const path = file('good.json', JSON.stringify(goodRequest));
    const diagnosis = await diagnosed(['--base-url', server.url, path]);
    expect(diagnosis.outcome).toBe('none');
    expect(diagnosis.examination?.inputTokens).toBe(12);
  });
});

const line = (second: number): string =>
  `2026-11-25T10:00:0${second}Z ERROR 400 {"type":"error","error":{"type":"invalid_request_error","message":"max_tokens: Field required"}}`;

describe('whatever there is', () => {
  test('nothing at all is examined as a whole', async () => {
    const server = await api();
    const diagnosis = await diagnosed(['--base-url', server.url]);
    expect(diagnosis.outcome).toBe('none');
    expect(diagnosis.examination?.probes.some(({ id, mark }) => id === 'api-key' && mark === 'fine')).toBe(true);
  });

  test('a piped error is read', async () => {
    const server = await api();
    const diagnosis = await diagnosed(['--base-url', server.url], '401 authentication_error: invalid x-api-key');
    expect(diagnosis.findings[0]?.cause).toBe('api-key-invalid');
  });

  test('of a log the most frequent failure is diagnosed, and the reader is told so', async () => {
    const server = await api();
    const path = file('app.log', `${[1, 2, 3, 4].map(line).join('\n')}\n`);
    const diagnosis = await diagnosed(['--base-url', server.url, path]);
    expect(diagnosis.findings[0]?.cause).toBe('field-missing');
    expect(diagnosis.reasoning.join(' ')).toContain('is a log with 4 failures');
  });

  test('a text that tells of no failure says so, and everything is examined', async () => {
    const server = await api();
    const diagnosis = await diagnosed(['--base-url', server.url, 'all is well here']);
    expect(diagnosis.outcome).toBe('none');
    expect(diagnosis.reasoning.join(' ')).toContain('tells of no failure');
  });

  test('an address in an error never becomes a place to send the key to', async () => {
    const elsewhere = await api();
    const server = await api();
    await run(['--base-url', server.url, '--all', `connect ECONNREFUSED ${elsewhere.url} anthropic`]);
    expect(elsewhere.asked).toEqual([]);
  });
});

describe('what is printed', () => {
  test('begins with the answer and the next move, and fits the exit code', async () => {
    const { code, output } = await run(['--offline', '400 max_tokens: Field required']);
    expect(code).toBe(1);
    const lines = output.split('\n');
    expect(lines[0]).toMatch(/^✗ /);
    expect(lines.findIndex((line) => line.includes('Do next'))).toBeLessThan(8);
  });

  test.each([
    '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    '401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}',
    'APIConnectionError: Connection error. cause: connect ECONNREFUSED 127.0.0.1:4000 anthropic',
    '400 {"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API. Please go to Plans & Billing to upgrade or purchase credits."}}',
  ])('fits one screen of 80 columns and 24 lines: %s', async (text) => {
    const { output } = await run(['--offline', text]);
    expect(output.split('\n').length).toBeLessThanOrEqual(24);
    expect(output).toContain('--details');
  });

  test('holds every probe and remedy with --details', async () => {
    const server = await api((request, response) => {
      if (request.headers['x-api-key'] === undefined) wellBehaved(request, response);
      else apiAnswer(response, 401, apiError('authentication_error', 'invalid x-api-key'));
    });
    const { output } = await run(['--base-url', server.url, '--details']);
    expect(output).toContain('Ruled out');
    expect(output).toContain('Not tested');
    expect(output).toContain('If that is not it');
    expect(output).toMatch(/✗ api-key\s+\d+ ms/);
  });

  test('names in short what was asked, where a cause was found', async () => {
    const server = await api((request, response) => {
      if (request.headers['x-api-key'] === undefined) wellBehaved(request, response);
      else apiAnswer(response, 401, apiError('authentication_error', 'invalid x-api-key'));
    });
    const { output } = await run(['--base-url', server.url]);
    expect(output).toMatch(/Asked {6}\d+ fine; api-key fails/);
    expect(output).not.toContain('Ruled out');
  });

  test('is Markdown when asked for', async () => {
    const { output } = await run(['--offline', '--format', 'markdown', '400 max_tokens: Field required']);
    expect(output).toMatch(/^### /);
  });

  test('of a failure that nothing explains ends with 4', async () => {
    const server = await api();
    const { code } = await run(['--base-url', server.url, 'anthropic.APIStatusError: Error code: 499 - zorp']);
    expect([1, 4]).toContain(code);
  });

  test('of a plan asks nothing, and lists only what is still open', async () => {
    const { output } = await run([
      '--plan',
      '529 {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}',
    ]);
    expect(output).toContain('http-exchange');
    expect(output).not.toContain('dotenv-files');
  });
});
