import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { testHost } from '../../../test/test-host.ts';
import { parsedJson } from '../../core/json.ts';
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

test.each([[['--json', '--tokens']], [['--json', '--fix', '--dry-run']], [['--format=sarif', '--fix', '--dry-run']]])(
  'a report for programs is all that standard output holds with %j',
  async (words) => {
    const { out, err } = await printed(...words);

    expect(parsedJson(out)).toBeDefined();
    expect(err).not.toBe('');
  },
);

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
