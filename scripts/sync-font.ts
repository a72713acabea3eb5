import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './set-up/set-up.mjs';

/** Where the outlines go that `faultline report` draws its picture with. */
const target = join(root, 'src', 'bundle', 'picture', 'glyphs.generated.ts');

/** ASCII, the letters of Western Europe, and the signs that Faultline prints. */
const characters = [
  ...range(0x21, 0x7e),
  ...range(0xa1, 0xac),
  ...range(0xae, 0xff),
  ...Array.from('–—‘’“”„†•…‹›€™→←−≈≤≥─│□○●✓✗', (one) => one.codePointAt(0) ?? 0),
];

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** Reads the outlines of single characters out of a TrueType font: the tables `cmap`, `loca`, `glyf`, `hhea`, `hmtx`, `head`. */
function readFont(bytes: Buffer): { readonly unitsPerEm: number; readonly advance: number; readonly outline: Outline } {
  const tables = new Map<string, number>();
  for (let at = 12; at < 12 + 16 * bytes.readUInt16BE(4); at += 16)
    tables.set(bytes.toString('latin1', at, at + 4), bytes.readUInt32BE(at + 8));
  const table = (name: string): number => {
    const at = tables.get(name);
    if (at === undefined) throw new Error(`The font has no table ${name}; give a TrueType font.`);
    return at;
  };
  const isLong = bytes.readInt16BE(table('head') + 50) === 1;
  const glyphOf = characterMap(bytes, table('cmap'));
  const place = (glyph: number): number =>
    isLong ? bytes.readUInt32BE(table('loca') + 4 * glyph) : 2 * bytes.readUInt16BE(table('loca') + 2 * glyph);
  const contoursOf = (glyph: number): readonly (readonly Point[])[] => {
    const start = place(glyph);
    if (start === place(glyph + 1)) return [];
    const at = table('glyf') + start;
    const count = bytes.readInt16BE(at);
    return count < 0 ? composite(bytes, at + 10, contoursOf) : simple(bytes, at + 10, count);
  };
  // Behind the last measure stand glyphs that are as wide as it.
  const measures = bytes.readUInt16BE(table('hhea') + 34);
  return {
    unitsPerEm: bytes.readUInt16BE(table('head') + 18),
    advance: bytes.readUInt16BE(table('hmtx') + 4 * Math.min(glyphOf(0x6e), measures - 1)),
    outline: (character) => contoursOf(glyphOf(character)).map(path).join(''),
  };
}

type Outline = (character: number) => string;

/** A map of the format 4, which every font has. */
function characterMap(bytes: Buffer, cmap: number): (character: number) => number {
  let map = 0;
  for (let at = cmap + 4; at < cmap + 4 + 8 * bytes.readUInt16BE(cmap + 2); at += 8) {
    const found = cmap + bytes.readUInt32BE(at + 4);
    if (bytes.readUInt16BE(found) === 4) map = found;
  }
  if (map === 0) throw new Error('The font has no character map of the format 4.');
  const twice = bytes.readUInt16BE(map + 6);
  const [ends, starts] = [map + 14, map + 16 + twice];
  return (character) => {
    for (let at = 0; at < twice; at += 2) {
      if (bytes.readUInt16BE(ends + at) < character) continue;
      const start = bytes.readUInt16BE(starts + at);
      if (start > character) break;
      const shift = bytes.readUInt16BE(starts + twice + at);
      const offsetAt = starts + 2 * twice + at;
      const offset = bytes.readUInt16BE(offsetAt);
      if (offset === 0) return (character + shift) & 0xffff;
      const glyph = bytes.readUInt16BE(offsetAt + offset + 2 * (character - start));
      return glyph === 0 ? 0 : (glyph + shift) & 0xffff;
    }
    throw new Error(`The font has no character U+${character.toString(16)}.`);
  };
}

function simple(bytes: Buffer, start: number, count: number): readonly (readonly Point[])[] {
  let at = start;
  const ends = Array.from({ length: count }, (_, index) => bytes.readUInt16BE(at + 2 * index));
  at += 2 * count;
  at += 2 + bytes.readUInt16BE(at);
  const length = (ends.at(-1) ?? -1) + 1;
  const flags: number[] = [];
  while (flags.length < length) {
    const flag = bytes.readUInt8(at++);
    const times = (flag & 8) === 0 ? 1 : 1 + bytes.readUInt8(at++);
    for (let time = 0; time < times; time++) flags.push(flag);
  }
  const coordinates = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) === 0 ? -bytes.readUInt8(at++) : bytes.readUInt8(at++);
      else if ((flag & same) === 0) {
        value += bytes.readInt16BE(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = coordinates(2, 16);
  const ys = coordinates(4, 32);
  const points = flags.map((flag, index) => ({ x: xs[index] ?? 0, y: ys[index] ?? 0, isOn: (flag & 1) === 1 }));
  return ends.map((end, index) => points.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

/** A letter with its accent: parts that are moved and not scaled. */
function composite(
  bytes: Buffer,
  start: number,
  contoursOf: (glyph: number) => readonly (readonly Point[])[],
): readonly (readonly Point[])[] {
  const contours: (readonly Point[])[] = [];
  let at = start;
  for (let more = true; more;) {
    const flags = bytes.readUInt16BE(at);
    const glyph = bytes.readUInt16BE(at + 2);
    const isWide = (flags & 1) !== 0;
    const dx = isWide ? bytes.readInt16BE(at + 4) : bytes.readInt8(at + 4);
    const dy = isWide ? bytes.readInt16BE(at + 6) : bytes.readInt8(at + 5);
    at += isWide ? 8 : 6;
    const scale = [1, 0, 0, 1];
    const places = (flags & 8) !== 0 ? [0] : (flags & 64) !== 0 ? [0, 3] : (flags & 128) !== 0 ? [0, 1, 2, 3] : [];
    for (const place of places) {
      scale[place] = bytes.readInt16BE(at) / 16_384;
      at += 2;
    }
    if ((flags & 8) !== 0) scale[3] = scale[0] ?? 1;
    const [a = 1, b = 0, c = 0, d = 1] = scale;
    contours.push(
      ...contoursOf(glyph).map((points) =>
        points.map(({ x, y, isOn }) => ({
          x: Math.round(a * x + c * y + dx),
          y: Math.round(b * x + d * y + dy),
          isOn,
        })),
      ),
    );
    more = (flags & 32) !== 0;
  }
  return contours;
}

/** A contour in the notation of SVG, each point from the one before: `M`, `l`, `q`; it ends where it began. */
function path(points: readonly Point[]): string {
  const first = points.findIndex(({ isOn }) => isOn);
  const turned = [...points.slice(Math.max(0, first)), ...points.slice(0, Math.max(0, first))];
  const [start] = turned;
  if (!start) return '';
  let { x, y } = start;
  let out = `M${x} ${y}`;
  const to = (point: { readonly x: number; readonly y: number }): string =>
    `${Math.round(point.x - x)} ${Math.round(point.y - y)}`;
  const move = (point: { readonly x: number; readonly y: number }): void => {
    x = Math.round(point.x);
    y = Math.round(point.y);
  };
  const ring = [...turned.slice(1), start];
  for (let index = 0; index < ring.length; index++) {
    const point = ring[index];
    if (!point) continue;
    if (point.isOn) {
      out += `l${to(point)}`;
      move(point);
      continue;
    }
    const next = ring[index + 1] ?? start;
    // Between two points beside the outline lies one on it.
    const end = next.isOn ? next : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    out += `q${to(point)} ${to(end)}`;
    move(end);
    if (next.isOn) index++;
  }
  return out.replaceAll(' -', '-');
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

function main(file: string | undefined): void {
  if (file === undefined) throw new Error('Usage: npm run sync:font -- DejaVuSansMono.ttf');
  const { unitsPerEm, advance, outline } = readFont(readFileSync(file));
  const rows = characters.map((one) => `  ${JSON.stringify(String.fromCodePoint(one))}: '${outline(one)}',`);
  writeFileSync(
    target,
    [
      '// Written by `npm run sync:font` from DejaVu Sans Mono 2.37. NOTICE has its license.',
      '',
      '/** Units of the outlines in the height of a line of text, and how far one character reaches. */',
      `export const fontMeasure = { unitsPerEm: ${unitsPerEm}, advance: ${advance} } as const;`,
      '',
      '/** The outline of each character, from its baseline up: `M`, `l` and `q` of SVG, each from the point before. */',
      'export const glyphs: Readonly<Record<string, string>> = {',
      ...rows,
      '};',
      '',
    ].join('\n'),
  );
}

if (import.meta.main) main(process.argv[2]);
