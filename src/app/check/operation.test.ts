import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { outputComplaints } from '../../../test/schemas.ts';
import { testHost } from '../../../test/test-host.ts';
import { isArray, isObject, parsedJson } from '../../core/json.ts';
import { readFlags } from '../../cli/flags.ts';
import type { Host } from '../operation.ts';
import { check } from './operation.ts';

const body = JSON.stringify({
  model: 'claude-opus-4-6',
  max_tokens: 10,
  messages: [
    {
      role: 'user',
      content: [
        { type: 'text', text: '' },
        { type: 'text', text: 'Hi' },
      ],
    },
  ],
});

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-check-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the command prints, with a request on standard input and in an empty folder. */
async function printed(...words: readonly string[]): Promise<{ readonly out: string; readonly err: string }> {
  const { host, output } = testHost(body);
  let err = '';
  const listening: Host = { ...host, cwd: folder, err: (text) => void (err += text) };
  await check.run(readFlags(check, words), listening);
  return { out: output(), err };
}

test.each([
  [['--format=sarif', '--tokens']],
  [['--json', '--fix', '--dry-run']],
  [['--format=sarif', '--fix', '--dry-run']],
])('a report for programs is all that standard output holds with %j', async (words) => {
  const { out, err } = await printed(...words);

  expect(parsedJson(out)).toBeDefined();
  expect(err).not.toBe('');
});

test.each([[['--fix']], [['--fix', '--json']], [['--fix', '--quiet']]])(
  'a fixed request from standard input is all that standard output holds with %j',
  async (words) => {
    const { out } = await printed(...words);

    expect(JSON.parse(out)).toMatchObject({ messages: [{ content: [{ text: 'Hi' }] }] });
  },
);

test('a quiet fix says nothing of what it did', async () => {
  expect((await printed('--fix', '--quiet')).err).toBe('');
});

function fill(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

describe('a list of requests, one a line', () => {
  const good = JSON.stringify({
    model: 'claude-opus-4-6',
    max_tokens: 10,
    messages: [{ role: 'user', content: 'Hi' }],
  });

  test.each(['not json', '{"model":1}'])('a line that is none is a problem at its place: %s', async (line) => {
    fill({ 'all.jsonl': `${good}\n${line}\n${good}\n` });
    const { host, output } = testHost('');
    const code = await check.run(readFlags(check, ['all.jsonl', '--quiet']), { ...host, cwd: folder });

    expect(code).toBe(1);
    expect(output()).toMatch(/^all\.jsonl #2:2:/);
    const problems: unknown = expect.arrayContaining([expect.objectContaining({ severity: 'error', line: 2 })]);
    expect(parsedJson((await printed('all.jsonl', '--json')).out)).toMatchObject({
      items: [{ ok: true }, { ok: false, problems }, { ok: true }],
    });
  });
});

describe('a folder', () => {
  const others = { 'package.json': '{"name":"app"}', 'empty.json': '', 'picture.json': '\0'.repeat(100) };

  test('is judged by the requests in it, and the files that hold none are named', async () => {
    fill({ ...others, 'request.json': body });
    const { out, err } = await printed('.', '--quiet');

    expect(out).toBe('request.json:1:82: content-empty: messages: text content blocks must be non-empty\n');
    expect(err).toContain('left out, as they hold no request: empty.json, package.json, picture.json');
  });

  test('without any request is an error that names its files', async () => {
    fill(others);
    await expect(printed('.')).rejects.toThrow('No file here holds a request');
  });

  test('is fixed where there is something to fix, and answers in it are left alone', async () => {
    fill({
      'request.json': body,
      'answer.json': '{"type":"message","role":"assistant","content":[],"stop_reason":"end_turn"}',
    });
    await printed('.', '--fix');

    expect(readdirSync(folder).toSorted()).toEqual(['answer.json', 'request.json', 'request.json.orig']);
  });

  test('does not hide that a file which is named holds no request', async () => {
    fill(others);
    await expect(printed('package.json')).rejects.toThrow('no request to the Messages API');
  });
});

test('a report for programs names a file as an address, whatever is in its name', async () => {
  writeFileSync(join(folder, 'über #1.json'), body);
  const { out } = await printed('über #1.json', '--format=sarif');

  expect(out).toContain('"uri": "%C3%BCber%20%231.json"');
});

test('tokens are a part of a report in JSON', async () => {
  const report = parsedJson((await printed('--json', '--tokens')).out);

  expect(outputComplaints('check', report)).toEqual([]);
  expect(report).toMatchObject({
    items: [{ tokens: { isEstimate: true, window: 1_000_000, parts: [{ path: 'messages.0' }] } }],
  });
});

test('a body that a command keeps in a file is told at the lines of that file', async () => {
  fill({ 'b.json': `\n${body}`, 'call.sh': 'curl https://api.anthropic.com/v1/messages -d @b.json\n' });

  expect((await printed('call.sh')).out).toContain('· b.json:2:82');
  expect((await printed('call.sh', '--format=github')).out).toContain('file=b.json,line=2,col=82,');
});

test.each([
  ['a body', (error: object) => JSON.stringify({ type: 'error', error })],
  ['a stream', (error: object) => `event: error\ndata: ${JSON.stringify({ type: 'error', error })}\n\n`],
])('an error that came as %s has the cause by which it is explained', async (_, written) => {
  const error = { type: 'invalid_request_error', message: 'messages: text content blocks must be non-empty' };
  fill({ 'answer.json': written(error) });

  expect((await printed('answer.json', '--json')).out).toContain('"cause": "content-empty"');
});

test('a large file that does not begin as JSON is refused before it is read whole', async () => {
  let given = 0;
  async function* lines(): AsyncGenerator<Uint8Array> {
    for (; given < 200; given++) yield Buffer.alloc(1_000_000, 'no request ');
  }
  const host: Host = { ...testHost('').host, stdin: lines() };

  await expect(check.run(readFlags(check, []), host)).rejects.toThrow('larger than 64 MB and does not begin as JSON');
  expect(given).toBeLessThan(70);
});

test('a SARIF report has what the format requires, and a title and a page for every rule', async () => {
  const report = parsedJson((await printed('--format=sarif')).out);
  const validate = new Ajv2020({ strict: false }).compile(sarif);

  expect([validate(report), validate.errors]).toEqual([true, null]);
});

const named = { type: 'object', required: ['text'], properties: { text: { type: 'string', minLength: 1 } } };
const whole = { type: 'integer', minimum: 1 };
const location = {
  type: 'object',
  required: ['physicalLocation'],
  properties: {
    physicalLocation: {
      type: 'object',
      required: ['artifactLocation', 'region'],
      properties: {
        artifactLocation: { type: 'object', required: ['uri'], properties: { uri: { type: 'string' } } },
        region: { type: 'object', required: ['startLine'], properties: { startLine: whole, startColumn: whole } },
      },
    },
  },
};
/** What SARIF 2.1.0 requires of the members that are written, and what GitHub asks of rules beyond that. */
const sarif = {
  type: 'object',
  required: ['version', 'runs'],
  properties: {
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  rules: {
                    type: 'array',
                    minItems: 1,
                    items: {
                      type: 'object',
                      required: ['id', 'shortDescription', 'help', 'helpUri'],
                      properties: {
                        shortDescription: named,
                        help: named,
                        helpUri: { type: 'string', pattern: '^https://' },
                      },
                    },
                  },
                },
              },
            },
          },
          results: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['message', 'ruleId', 'ruleIndex', 'locations'],
              properties: {
                level: { enum: ['none', 'note', 'warning', 'error'] },
                message: named,
                ruleIndex: { type: 'integer', minimum: 0 },
                locations: { type: 'array', items: location },
              },
            },
          },
        },
      },
    },
  },
};

/** The only problem of a request in a file of these bytes, or nothing. */
async function problemOf(name: string, bytes: Uint8Array): Promise<unknown> {
  writeFileSync(join(folder, name), bytes);
  const { out } = await printed(name, '--json');
  const report = parsedJson(out);
  const [item] = isObject(report) && isArray(report['items']) ? report['items'] : [];
  const [problem] = isObject(item) && isArray(item['problems']) ? item['problems'] : [];
  return problem;
}

describe('a file in another encoding than UTF-8', () => {
  const accented = '{"model":"claude-sonnet-5","max_tokens":5,"messages":[{"role":"user","content":"caf\u00e9"}]}';
  test.each([
    ['Windows-1252', Buffer.from(accented, 'latin1'), 'Windows-1252', accented.indexOf('\u00e9') + 1],
    ['UTF-16', Buffer.from(`\ufeff${accented}`, 'utf16le'), 'UTF-16', accented.indexOf('\u00e9') + 1],
    [
      'UTF-8 with a broken byte',
      Buffer.concat([Buffer.from(accented.slice(0, -4)), Buffer.from([0xff]), Buffer.from(accented.slice(-4))]),
      'no UTF-8',
      accented.length - 3,
    ],
  ])('%s is warned of at the first character that shows it', async (_, bytes, words, column) => {
    const problem = await problemOf('request.json', bytes);
    expect(problem).toMatchObject({ cause: 'body-encoding', severity: 'warning', line: 1, column });
    expect(JSON.stringify(problem)).toContain(words);
  });

  test('is nothing to be said of UTF-8, with or without a mark', async () => {
    expect(await problemOf('plain.json', Buffer.from(accented))).toBeUndefined();
    expect(await problemOf('marked.json', Buffer.from(`\ufeff${accented}`))).toBeUndefined();
  });

  test('is nothing to be said of a command that is pasted in it', async () => {
    const command = `curl https://api.anthropic.com/v1/messages -d '${accented}'`;
    expect(await problemOf('call.txt', Buffer.from(command, 'latin1'))).toBeUndefined();
  });
});

test.each([
  [['--as-of', '2026-02-31'], 'is not a day'],
  [['--as-of', '2026-2-3'], 'is not a day'],
  [['--endpoint', '/v1/foo'], 'is no path of a call'],
])('%j is refused', async (words, because) => {
  await expect(printed(...words)).rejects.toThrow(because);
});

test.each([
  '/v1/messages',
  '/v1/messages/count_tokens',
  '/v1/messages/batches',
  '/model/anthropic.claude-opus-4-6-v1/invoke',
])('--endpoint %s is taken', async (endpoint) => {
  expect((await printed('--endpoint', endpoint)).out).not.toBe('');
});
