import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { unzipped } from './unzip.ts';
import { zipped, type BundleFile } from './zip.ts';

const bounds = { files: 10, fileBytes: 100_000, bytes: 200_000 };
const at = Date.UTC(2026, 10, 26, 3, 4, 6);
const files: readonly BundleFile[] = [
  { path: 'report/a.txt', bytes: Buffer.from('text '.repeat(500)) },
  { path: 'report/ü.bin', bytes: Uint8Array.of(0, 255, 1) },
  { path: 'report/empty', bytes: new Uint8Array(0) },
];

function read(zip: Uint8Array): readonly (readonly [string, string])[] | string {
  const answer = unzipped(zip, bounds);
  return answer.kind === 'refused'
    ? answer.because
    : answer.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')]);
}

test('what was packed comes out as it was', () => {
  expect(read(zipped(files, at))).toEqual(files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('hex')]));
});

test('the same files at the same time give the same bytes', () => {
  expect(Buffer.from(zipped(files, at)).equals(zipped(files, at))).toBe(true);
});

test('other programs can unpack it', () => {
  const script =
    'import io,sys,zipfile; z=zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())); print(z.testzip(), [(i.filename, i.file_size, i.date_time) for i in z.infolist()])';
  let found = '';
  try {
    found = python(['-c', 'print(1)'], new Uint8Array(0));
  } catch {
    return;
  }
  expect(found).toBe('1\n');
  expect(python(['-c', script], zipped(files, at))).toContain("None [('report/a.txt', 2500, (2026, 11, 26, 3, 4, 6))");
});

function python(args: readonly string[], input: Uint8Array): string {
  return execFileSync('python3', args, { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'] });
}

/** A ZIP file with one number of it changed. */
function changed(change: (zip: Buffer, directory: number) => void): Uint8Array {
  const zip = Buffer.from(zipped(files, at));
  change(zip, zip.readUInt32LE(zip.length - 6));
  return zip;
}

describe('a file that lies about itself is refused', () => {
  const cases: readonly (readonly [string, Uint8Array, RegExp])[] = [
    ['no ZIP file', Buffer.from('{"kind":"text"}'.repeat(5)), /no ZIP/],
    ['an empty file', new Uint8Array(0), /no ZIP/],
    ['cut in half', zipped(files, at).subarray(0, 200), /no ZIP/],
    ['a size beyond all bounds', changed((zip, to) => zip.writeUInt32LE(0xffff_fff0, to + 24)), /bytes; a report/],
    ['more in it than it says', changed((zip, to) => zip.writeUInt32LE(10, to + 24)), /something else/],
    ['less in it than it says', changed((zip, to) => zip.writeUInt32LE(2600, to + 24)), /something else/],
    ['a wrong checksum', changed((zip, to) => zip.writeUInt32LE(1, to + 16)), /checksum/],
    ['encryption', changed((zip, to) => zip.writeUInt16LE(1, to + 8)), /encrypted/],
    ['an unknown packing', changed((zip, to) => zip.writeUInt16LE(12, to + 10)), /not known/],
    ['a file somewhere else', changed((zip, to) => zip.writeUInt32LE(5, to + 42)), /not where|inside one another/],
    ['a file beyond the end', changed((zip, to) => zip.writeUInt32LE(0x7fff_0000, to + 42)), /beyond/],
    ['more files than it holds', changed((zip) => zip.fill(9, zip.length - 14, zip.length - 10)), /holds \d+ files/],
    ['a name twice', zipped([...files, ...files.slice(0, 1)], at), /one name/],
  ];
  test.each(cases)('%s', (_, zip, because) => expect(read(zip)).toMatch(because));
});

test('a bomb is refused before it is unpacked', () => {
  const bomb = zipped([{ path: 'a', bytes: new Uint8Array(150_000) }], at);
  expect(bomb.length).toBeLessThan(1000);
  expect(read(bomb)).toMatch(/a report has none above/);
});

test('no damage makes the reader throw or give what does not fit its checksum', () => {
  const whole = zipped(files, at);
  const place = fc.nat({ max: whole.length - 1 });
  fc.assert(
    fc.property(fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 }), (damages) => {
      const zip = Uint8Array.from(whole);
      for (const [index, value] of damages) zip[index] = value;
      const answer = unzipped(zip, bounds);
      expect(['files', 'refused']).toContain(answer.kind);
    }),
    { seed: 26, numRuns: 2000 },
  );
});
