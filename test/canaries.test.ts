import { describe, expect, test } from 'vitest';
import { run } from '../src/cli/main.ts';
import { isFaultlineError } from '../src/core/error.ts';
import { canariesFrom, encodings, readingsOf } from './redaction-canaries.ts';
import { testHost } from './test-host.ts';

const perRun = 40;
const canaries = canariesFrom(8_161_120);

/** Every canary in every encoding would take minutes through whole commands: each run takes another part of them. */
const planted = Object.values(encodings).flatMap((encode, turn) =>
  canaries.filter((_, index) => index % 5 === turn % 5).map((canary) => ({ ...canary, text: encode(canary.planted) })),
);
const parts = Array.from({ length: Math.ceil(planted.length / perRun) }, (_, part) =>
  planted.slice(part * perRun, (part + 1) * perRun),
);

/** Where a failing call shows what the user sent. */
const errors: Readonly<Record<string, (text: string) => string>> = {
  'an error message': (text) =>
    `400 ${JSON.stringify({ type: 'error', error: { type: 'invalid_request_error', message: `messages.0: Input should be a valid string, got ${text}` }, request_id: 'req_011CExample' })}`,
  'a stack trace': (text) =>
    `BadRequestError: 400 messages.0.content: Field required ${text}\n    at call (/home/u/${text.replaceAll(/[\s/]/g, '')}/app.js:10:3)`,
  'a log line': (text) =>
    `2026-11-20T10:00:00Z ERROR 401 {"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}} sent ${text}\n`,
};

const bodyOf = (texts: readonly string[]): unknown => ({
  model: 'claude-sonnet-4-6',
  max_tokens: 0,
  messages: texts.map((text, index) => ({
    role: index % 2 === 0 ? 'user' : 'assistant',
    content: [
      { type: 'text', text },
      { type: text, [text]: text },
    ],
  })),
});

describe('explain shows no secret', () => {
  for (const [place, write] of Object.entries(errors)) {
    for (const flags of [[], ['--json'], ['--format', 'markdown'], ['--ndjson']]) {
      test(`of ${place}, with ${flags.join(' ') || 'text'}`, { timeout: 120_000 }, async () => {
        for (const part of parts)
          expectNone(part, await output(['explain', ...flags, '-'], part.map(({ text }) => write(text)).join('\n')));
      });
    }
  }
});

describe('reduce shows no secret', () => {
  for (const flags of [[], ['--json'], ['--format', 'curl'], ['--format', 'python']]) {
    test(`with ${flags.join(' ') || 'text'}`, { timeout: 120_000 }, async () => {
      for (const part of parts)
        expectNone(part, await output(['reduce', ...flags, '-'], JSON.stringify(bodyOf(part.map(({ text }) => text)))));
    });
  }

  test('where the failure hangs on the secret itself', { timeout: 120_000 }, async () => {
    for (const canary of canaries) {
      const messages = [{ role: canary.planted, content: 'x' }];
      const body = { model: 'claude-sonnet-4-6', max_tokens: 9, messages };
      expectNone([canary], await output(['reduce', '--json', '-'], JSON.stringify(body)));
    }
  });
});

describe('check shows no secret', () => {
  for (const flags of [
    [],
    ['--format', 'json'],
    ['--format', 'sarif'],
    ['--format', 'github'],
    ['--format', 'markdown'],
    ['--fix', '--dry-run'],
  ]) {
    test(`with ${flags.join(' ') || 'text'}`, { timeout: 120_000 }, async () => {
      for (const part of parts)
        expectNone(
          part,
          await output(['check', ...flags, '-'], JSON.stringify(bodyOf(part.map(({ text }) => text)), undefined, 2)),
        );
    });
  }
});

async function output(argv: readonly string[], input: string): Promise<string> {
  const { host, output: written } = testHost(input);
  // What is mostly UTF-16 without a mark is taken for no text, and nothing of it is shown.
  await run(argv, host).catch((error: unknown) => {
    if (!(isFaultlineError(error) && error.code === 'input-binary')) throw error;
  });
  return written();
}

function expectNone(part: readonly { readonly secret: string; readonly kind: string }[], written: string): void {
  const readings = readingsOf(written);
  for (const { secret, kind } of part)
    expect(readings.includes(secret.slice(-10)), `${kind} in ${written.slice(0, 3000)}`).toBe(false);
}
