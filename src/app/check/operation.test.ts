import { expect, test } from 'vitest';
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

/** What the command prints for a request on standard input. */
async function printed(...words: readonly string[]): Promise<{ readonly out: string; readonly err: string }> {
  const { host, output } = testHost(body);
  let err = '';
  const listening: Host = { ...host, err: (text) => void (err += text) };
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
