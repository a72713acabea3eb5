import { expect, test } from 'vitest';
import { drawFrom } from '../../test/secret-draw.ts';
import { engineOf } from './engine.ts';
import { redactors } from './index.ts';
import { mayHoldAnchor } from './sweep/base64.ts';
import { sweep } from './sweep/index.ts';
import type { Anchored } from './sweep/anchors.ts';
import { tablesOf, type Search } from './sweep/tables.ts';

/** Pieces of which texts are made that anchors, runs, numbers, line ends and escapes end and begin in. */
const pieces = [
  'sk-ant-api03-',
  'sk-',
  'PassWord',
  'ПАРОЛЬ',
  'Contraseña',
  '密码',
  'curl',
  'input_tokens',
  'tokens',
  'Token',
  'key',
  '@',
  '://',
  'eyJ',
  'hf_',
  'one-time code',
  '\n',
  '\r\n',
  String.raw`\n`,
  '|\n',
  '│\n',
  String.raw`\u0041`,
  String.raw`\x41`,
  'é',
  '日本',
  '\u{1f600}',
  '“',
  ' ',
  '  ',
  '-',
  '"',
  '\\',
  '4111 1111 1111 1111',
  '42424242424242',
  'DE89 3704 0044 0532 0130 00',
  'GB29NWBK60161331926819',
  'aGVsbG8gd29ybGQsIGhlbGxvIHdvcmxk',
  'abcdefghijklmnopqrstuvw',
  'x',
  'xy',
];

/** Texts from a seed, the last so long that they are read in several chunks. */
function* textsFrom(seed: number): Generator<string, void, undefined> {
  const drawn = drawFrom(seed).digits(400_000);
  let at = 0;
  const next = (below: number): number => {
    at += 4;
    return Number(drawn.slice(at - 4, at)) % below;
  };
  for (let round = 0; round < 400; round++) {
    const most = round < 395 ? 40 : 9000;
    let text = '';
    for (let count = next(most) + 1; count > 0; count--) text += pieces[next(pieces.length)] ?? '';
    yield text;
  }
}

/** Whether one of some stretches, of which the beginnings and ends follow each other, holds another. */
function isIn(stretches: readonly number[], start: number, end: number): boolean {
  return stretches.some((from, index) => index % 2 === 0 && from <= start && end <= (stretches[index + 1] ?? 0));
}

/** All anchors, in their order. */
function anchorsOf({ anchors }: Search): readonly (readonly [string, Anchored])[] {
  const all: [string, Anchored][] = [];
  anchors((text, stands) => all.push([text, stands]));
  return all;
}

const long = engineOf(redactors).search;
long.tables = tablesOf(long);

test('a sweep with tables finds the anchors and runs that a search for each by itself finds', () => {
  for (const text of textsFrom(5)) {
    const swept = sweep(long, text);
    const found = swept.anchors.map((anchor, index) => `${swept.places[index]} ${anchor.rank}`);
    const expected = anchorsOf(long).flatMap(([anchor, stands], rank) => {
      if (stands.kind === 'literal') return [];
      const source = anchor.replaceAll(/[?/.+()$|^]/g, String.raw`\$&`);
      const after = stands.kind === 'name' && stands.notBefore !== '' ? `(?!${stands.notBefore})` : '';
      const pattern = new RegExp(`(?=${source})`, stands.kind === 'form' ? 'g' : 'gi');
      return [...text.matchAll(pattern)]
        .filter(
          ({ index }) =>
            after === '' || !text.startsWith(stands.kind === 'name' ? stands.notBefore : '', index + anchor.length),
        )
        .map(({ index }) => `${index} ${rank}`);
    });
    expect(found.toSorted(), `in ${text}`).toEqual(expected.toSorted());
    const runs = [...text.matchAll(/[\w+/-]{24,}/g)].flatMap(({ 0: run, index }) => [index, index + run.length]);
    expect(swept.runs, `in ${text}`).toEqual(runs);
  }
});

test('anchors come in the order of their places, and literals are told', () => {
  for (const text of textsFrom(6)) {
    const { places, literals } = sweep(long, text);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(literals.has('curl')).toBe(text.includes('curl'));
  }
});

test('no number, cut anchor, escape or character that nobody sees is missed', () => {
  for (const text of textsFrom(7)) {
    const swept = sweep(long, text);
    for (const { 0: number, index } of text.matchAll(/(?<![\w.])[3-6]\d{3} ?\d{4} ?\d{4} ?\d{2,4}/g))
      expect(isIn(swept.digits, index, index + number.length), `${index} of ${text}`).toBe(true);
    for (const { 0: number, index } of text.matchAll(/(?<!\w)[A-Z]{2}\d{2} ?[A-Z0-9]{4} ?[A-Z0-9]{4} ?[A-Z0-9]{4}/g))
      expect(isIn(swept.capitals, index, index + number.length), `${index} of ${text}`).toBe(true);
    for (const { index } of text.matchAll(/(?<=(?<!\w)sk|sk-ant|[│|])(?:(?<=\r)|(?!\r))(?:\n|\\n)/g))
      expect(swept.lineEnds, `in ${text}`).toContain(index);
    expect(swept.hasCodes, `in ${text}`).toBe(/\\(?:u00[2-7]|x[2-7])/.test(text));
    expect(swept.hasUnseen, `in ${text}`).toBe(false);
    for (const unseen of [
      '\u200b',
      '\u00ad',
      '\ufeff',
      '\u2060',
      '\u202e',
      '\x1b',
      '\0',
      '\x7f',
      String.raw`\u200b`,
      String.raw`\033[`,
      String.raw`\e[`,
    ])
      expect(sweep(long, `${text}${unseen}${text}`).hasUnseen, `${JSON.stringify(unseen)}`).toBe(true);
  }
});

test('every long anchor in base64 is seen wherever it stands, and in either alphabet', () => {
  const { longSearch } = engineOf(redactors);
  const anchors = anchorsOf(longSearch).map(([anchor]) => anchor);
  for (const length of [0, 1, 2, 3, 101, 24_570, 24_571, 24_573, 24_576, 60_001]) {
    for (const text of ['AIza', ...anchors.filter((_, index) => index % 9 === length % 9 || length < 4)]) {
      const bytes = Buffer.concat([Buffer.alloc(length, 1), Buffer.from(text)]);
      for (const alphabet of ['base64', 'base64url'] as const)
        expect(mayHoldAnchor(longSearch, bytes.toString(alphabet).replaceAll('=', '')), `${text} at ${length}`).toBe(
          text !== 'AIza',
        );
    }
  }
});
