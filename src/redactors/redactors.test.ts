import { describe, expect, test } from 'vitest';
import { mask, redact } from './index.ts';

/** Keeps the literals of this file from looking like secrets to a scanner. */
const joined = (...parts: readonly string[]): string => parts.join('');
const filler = 'Aa1Bb2Cc3Dd4Ee5Ff6Gg7Hh8Jj9Kk0'.repeat(4);
const secrets: readonly (readonly [kind: string, secret: string])[] = [
  ['Anthropic API key', `${joined('sk-ant-', 'api03')}-${filler.slice(0, 93)}AA`],
  ['Anthropic admin key', `${joined('sk-ant-', 'admin01')}-${filler.slice(0, 93)}AA`],
  ['Anthropic OAuth access token', `${joined('sk-ant-', 'oat01')}-${filler.slice(0, 80)}`],
  ['Anthropic OAuth refresh token', `${joined('sk-ant-', 'ort01')}-${filler.slice(0, 80)}`],
  ['AWS access key id', `${joined('AK', 'IA')}ABCDEFGH234567XY`],
  ['Google API key', `${joined('AI', 'za')}${filler.slice(0, 35)}`],
  ['GitHub token', `${joined('gh', 'p_')}${filler.slice(0, 36)}`],
  ['Slack token', `${joined('xo', 'xb')}-${filler.slice(0, 30)}`],
  ['OpenAI key', `${joined('sk-', 'proj')}-${filler.slice(0, 60)}`],
  ['JWT', `${joined('ey', 'J')}${filler.slice(0, 30)}.${filler.slice(0, 40)}.${filler.slice(0, 20)}`],
];

describe('redaction', () => {
  test.each(['x-api-key: b', 'Authorization: Basic B', 'API_TOKEN=b'])(
    'the first letter goes too, also one that bytes of Python begin with: %s',
    (before) => {
      const { text } = redact(`${before}${filler.slice(0, 30)}`);
      expect(text).toBe(`${before.slice(0, -1)}${text.slice(before.length - 1)}`);
      expect(text.slice(before.length - 1)).toMatch(/^\[redacted [^\]]* 31 characters\]$/);
    },
  );

  test.each(secrets)('%s is replaced by a marker in every surrounding', (kind, secret) => {
    const surroundings = [
      secret,
      `x-api-key: ${secret}`,
      `{"key":"${secret}"}`,
      `{\\"key\\":\\"${secret}\\"}`,
      `'${secret}'`,
      `curl -H "x: ${secret}" https://example.com`,
    ];
    for (const text of surroundings) {
      const { text: safe, redactions } = redact(text.replace('\n', ''));
      expect(safe).not.toContain(secret.slice(8, 24));
      expect(redactions.length).toBeGreaterThan(0);
    }
    expect(redact(`a ${secret} b`).redactions[0]?.kind).toBe(kind);
  });

  test.each([
    '\u001B[0m',
    '\u001B[38;5;196m',
    '\u200B',
    '\u00AD',
    '\uFEFF',
    '\0',
    '\\u001b[31m',
    '\\u200b',
    '\u001B[0m\u001B[1m',
  ])('a key that %j cuts leaves no part behind', (cut) => {
    const secret = `${joined('sk-ant-', 'api03')}-${filler.slice(0, 93)}AA`;
    for (const at of [3, 20, 60]) {
      const { text, redactions } = redact(
        `invalid \u001B[31m${secret.slice(0, at)}${cut}${secret.slice(at)}\u001B[0m, try again`,
      );
      expect(text).not.toContain(secret.slice(24, 32));
      expect(text).not.toContain(secret.slice(80, 96));
      expect(text).toMatch(/^invalid .*, try again$/s);
      expect(redactions[0]?.kind).toBe('Anthropic API key');
    }
  });

  test('a key that a terminal broke over lines leaves no part behind', () => {
    const secret = `${joined('sk-ant-', 'api03')}-${filler.slice(0, 93)}AA`;
    const { text } = redact(`key: ${secret.slice(0, 40)}\n     ${secret.slice(40)}\n`);
    expect(text).not.toContain(secret.slice(60, 80));
  });

  test.each([
    'authorization: Bearer abc123def456ghi789',
    '"Authorization": "Basic dXNlcjpwYXNzd29yZA=="',
    'postgres://app:hunter2x@db.internal/main',
    'https://example.com/cb?access_token=abcdef0123456789',
    'DB_PASSWORD=correct-horse-7',
    'mail jane.doe@example.com about it',
    'card 4111 1111 1111 1111 declined',
  ])('%s loses its secret', (text) => {
    const { text: safe, redactions } = redact(text);
    expect(redactions).toHaveLength(1);
    expect(safe).toContain('[redacted ');
  });

  test.each([
    'req_011CSYDRSvGW7CGv7oKUiZ4h',
    'toolu_01oTBkhrrkrYT7CR7mcFx2sn',
    'claude-sonnet-4-5-20250929',
    'arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-3-haiku-20240307-v1:0',
    '69f74fe8-e195-466b-b304-7c26c49c9167',
    'x-api-key header is required',
    'invalid x-api-key',
    'Could not resolve authentication method. Expected either apiKey or authToken to be set.',
    'api_key=os.environ["ANTHROPIC_API_KEY"]',
    'Authorization: Bearer $ANTHROPIC_API_KEY',
    'node_modules/@anthropic-ai/sdk@1.2.3/index.js',
    'max_tokens: 4096, input_tokens: 20000',
    'OAuth token has expired. Please obtain a new token',
  ])('%s is no secret and stays', (text) => {
    expect(redact(text).text).toBe(text);
  });

  test('redacting twice changes nothing more', () => {
    const once = redact(secrets.map(([, secret]) => `k=${secret}`).join('\n')).text;
    expect(redact(once).text).toBe(once);
  });
});

/** A stream that brings a text by letters, with pieces of others between them. */
const streamed = (text: string, between: (at: number) => string): string =>
  text
    .split('')
    .map((letter, at) => `data: {"index":1,"delta":{"type":"text_delta","text":"${letter}"}}\n\n${between(at)}`)
    .join('');

describe('redaction of what a stream cuts into pieces', () => {
  const [, [, secret] = []] = secrets;
  test.each<[string, (at: number) => string]>([
    ['nothing', () => ''],
    ['pings', (at) => (at % 3 === 0 ? 'event: ping\ndata: {"type":"ping"}\n\n' : '')],
    [
      'another block of another number and of more digits',
      (at) => (at % 2 === 0 ? `data: {"index":${at},"delta":{"text":"x"}}\n\n` : ''),
    ],
    ['members of another name', (at) => (at % 5 === 0 ? 'data: {"index":1,"delta":{"thinking":"y"}}\n\n' : '')],
    ['pieces without a number', (at) => (at % 4 === 0 ? 'data: {"delta":{"text":"z"}}\n\n' : '')],
  ])('with %s between the pieces', (_, between) => {
    const { text, redactions } = redact(streamed(`see ${secret} here`, between));
    expect(redactions.map(({ kind }) => kind)).toEqual(['Anthropic admin key']);
    expect(text.replaceAll(/\[redacted [^\]]*\]/g, '')).not.toMatch(/"index":1,[^\n]*"text":"[A-Z\d]"/);
  });
});

test('base64 behind a name is found also where a long run of one letter stands before its line', () => {
  const [, [, secret] = []] = secrets;
  const encoded = Buffer.from(`the key is ${secret} today`).toString('base64');
  const { text } = redact(`${'x'.repeat(300)}\nfile_${encoded}\n`);
  expect(text).not.toContain(encoded.slice(16, 40));
});

describe('covering', () => {
  test.each(secrets)('%s is covered and the text around it keeps its place', (_, secret) => {
    const text = `first line\n"key": "${secret}", next\nlast`;
    const masked = mask(text);
    expect(masked).toHaveLength(text.length);
    expect(masked).not.toContain(secret.slice(-12));
    expect(masked.indexOf('last')).toBe(text.indexOf('last'));
  });

  test('a text without a secret stays as it is', () => {
    expect(mask('nothing to cover')).toBe('nothing to cover');
  });

  test('secrets that overlap are one, as long as both together', () => {
    const [, key = ''] = secrets[0] ?? [];
    const { redactions } = redact(`x-api-key: ${key};more`);
    expect(redactions).toHaveLength(1);
    expect(redactions[0]?.length).toBeGreaterThanOrEqual(key.length);
  });
});
