import { describe, expect, test } from 'vitest';
import { outputRedaction } from '../src/capture/output-redaction.ts';
import { unpack } from '../src/capture/unpack.ts';
import { createCustomRedaction, createRedaction, mask } from '../src/redactors/index.ts';
import { leaksIn } from '../src/redactors/verify.ts';
import { canariesFrom, encodings } from './redaction-canaries.ts';

const redaction = outputRedaction();
const canaries = canariesFrom(20_261_120);

describe.each(Object.entries(encodings))('written as %s', (name, encode) => {
  test.each(canaries)('$kind is taken out: $planted', ({ secret, planted }) => {
    const { text } = redaction.redact(encode(planted));
    expect(readings(text)).not.toContain(secret.slice(-8));
  });

  test('nothing that was redacted looks like a leak to the verifier', () => {
    const written = canaries.map(({ planted }) => redaction.redact(encode(planted)).text);
    const leaks = written.flatMap((text) => leaksIn(text, { gunzip: unpack }).map((leak) => ({ leak, text })));
    // A dump of so few bytes that it holds no secret may look like a number of a card.
    expect(leaks.filter(({ leak }) => leak.rule !== 'card' || name !== 'a buffer')).toEqual([]);
  });
});

describe('broken over lines', () => {
  const [key = ''] = canaries.filter(({ kind }) => kind === 'Anthropic API key').map(({ secret }) => secret);
  const breaks: readonly (readonly [where: string, between: string])[] = [
    ['a terminal', '\n'],
    ['a box', ' │\n│ '],
    ['an indented block', '\n     '],
    ['a log with times', '\n2026-11-20T10:00:00.123Z INFO '],
    ['a container log', '\n2026-11-20T10:00:00.123456789Z stdout F '],
    ['compose', '\nweb-1  | '],
    ['a JSON string', String.raw`\n`],
  ];
  test.each(breaks)('%s leaves no part of a key, wherever it breaks', (_, between) => {
    for (let at = 2; at < key.length - 8; at += 5) {
      const { text } = redaction.redact(`the key: ${key.slice(0, at)}${between}${key.slice(at)}\nnext line`);
      expect(text, `broken after ${at}`).not.toContain(key.slice(-8));
      expect(text).toContain('next line');
    }
  });
});

const printOf = (text: string): readonly string[] =>
  [...text.matchAll(/#([\da-f]{8})/g)].map(([, print = '']) => print);

describe('fingerprints', () => {
  const [first, second] = canaries.filter(({ kind }) => kind === 'GitHub token').map(({ secret }) => secret);
  test('are equal for equal secrets of one output, also where one is encoded, and differ for others', () => {
    const own = outputRedaction();
    const [a, b, c, d] = printOf(
      own.redact(`${first} ${second} ${first} ${Buffer.from(`xy ${first}`).toString('base64')}`).text,
    );
    expect(a).toBe(c);
    expect(a).toBe(d);
    expect(a).not.toBe(b);
  });

  test('say nothing outside one output', () => {
    expect(printOf(outputRedaction().redact(`${first}`).text)).not.toEqual(
      printOf(outputRedaction().redact(`${first}`).text),
    );
  });
});

describe('a parsed value', () => {
  test('loses secrets by what its members are called, and keeps its shape', () => {
    const { value, redactions } = redaction.redactValue({
      headers: [{ name: 'x-api-key', value: 'abc123def456' }, ['cookie', 'a=b; session=0123456789']],
      nested: { password: 'hunter22', max_tokens: 5, card: 4_111_111_111_111_111 },
      text: 'no secret',
    });
    expect(JSON.stringify(value)).not.toMatch(/abc123|0123456789|hunter22|411111/);
    expect(value).toMatchObject({ nested: { max_tokens: 5 }, text: 'no secret' });
    expect(redactions.map(({ path }) => path)).toEqual([
      'headers.0.value',
      'headers.1.1',
      'nested.password',
      'nested.card',
    ]);
  });
});

describe('what the user adds', () => {
  test('words and patterns are taken out, too', () => {
    const own = createRedaction({ words: ['Umbrella'], patterns: [String.raw`PRJ-\d{4}`] });
    expect(own.redact('umbrella asked about PRJ-1234 and UMBRELLA').text).toBe(
      '[redacted word, 8 characters] asked about [redacted custom pattern, 8 characters] and [redacted word, 8 characters]',
    );
  });

  test('words are found in any case, and patterns keep their flags', () => {
    const own = createRedaction({ words: ['acme corp', 'a.b'], patterns: [/prj-\d+/i] });
    expect(own.redact('Acme Corp and aCME cORP at A.B, not axb, on PRJ-7').text).toBe(
      '[redacted word, 9 characters] and [redacted word, 9 characters] at [redacted word, 3 characters], not axb, on [redacted custom pattern, 5 characters]',
    );
  });

  test('a word hides nothing that stands before it, however short it is', () => {
    const [key = ''] = canaries.filter(({ kind }) => kind === 'GitHub token').map(({ secret }) => secret);
    const own = createRedaction({ words: ['zq', 'Grüße'] });
    for (const filler of ['', ' and more text'.repeat(400)]) {
      const { text } = own.redact(`${key} before Grüße and zq${filler}`);
      expect(text).not.toContain(key.slice(-8));
      expect(text).not.toMatch(/zq|Grüße/);
    }
  });

  test('a redaction of these alone leaves the others whole', () => {
    const [key = ''] = canaries.filter(({ kind }) => kind === 'Anthropic API key').map(({ secret }) => secret);
    createCustomRedaction({ words: ['a-b'] }).redact('a\n-b');
    expect(outputRedaction().redact(`the key: ${key.slice(0, 5)}\n${key.slice(5)}`).text).not.toContain(key.slice(-8));
  });

  test.each(['(a+)+b', '(a*)*', '(a|aa)+', String.raw`(a)\1`])(
    'a pattern that may take forever is refused: %s',
    (pattern) => {
      expect(() => createRedaction({ patterns: [pattern] }).redact('a')).toThrow('forever');
    },
  );
});

test('a cover keeps every place, also in a stream', () => {
  const [key = ''] = canaries.map(({ secret }) => secret);
  const stream = encodings['text deltas']?.(`key ${key}`) ?? '';
  expect(mask(stream)).toHaveLength(stream.length);
});

/** A text and everything that a reader can make of it. */
function readings(text: string): string {
  const pairs = (pattern: RegExp): string =>
    text.replaceAll(pattern, (_, pair: string) => String.fromCharCode(Number.parseInt(pair, 16)));
  const runs = (pattern: RegExp, encoding: 'base64' | 'hex'): string =>
    [...text.matchAll(pattern)]
      .map(([run]) => Buffer.from(run, encoding).toString('latin1'))
      .join(' ')
      .replaceAll('\0', '');
  return [
    // Addresses of examples stand in the surroundings of canaries.
    text.replaceAll('https://example.com', ''),
    pairs(/%([\da-f]{2})/gi),
    pairs(/\\+(?:u00|x)([\da-f]{2})/gi),
    runs(/[\w+/-]{20,}/g, 'base64'),
    runs(/[\da-f]{20,}/g, 'hex'),
    text.replaceAll('\0', ''),
    [...text.matchAll(/"(?:text|partial_json)":"((?:[^"\\]|\\.)*)/g)].map(([, piece = '']) => piece).join(''),
  ]
    .map((reading) => reading.replaceAll('https://example.com', ''))
    .join('\n');
}
