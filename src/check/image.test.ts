import { describe, expect, test } from 'vitest';
import { exampleBase64, exampleGif, examplePng } from '../causes/example-media.ts';
import { readImage } from './image.ts';

const big = (value: number, bytes: number): string =>
  Array.from({ length: bytes }, (_, index) => String.fromCharCode((value >>> (8 * (bytes - 1 - index))) & 255)).join(
    '',
  );
const little = (value: number, bytes: number): string =>
  Array.from({ length: bytes }, (_, index) => String.fromCharCode((value >>> (8 * index)) & 255)).join('');

/** A JPEG with an application segment of some size before the frame header. */
function jpeg(width: number, height: number, { segment = 14, end = '\u00ff\u00d9' } = {}): string {
  const application = `\u00ff\u00e0${big(segment + 2, 2)}${'\0'.repeat(segment)}`;
  const frame = `\u00ff\u00c2${big(11, 2)}\u0008${big(height, 2)}${big(width, 2)}\u0001\u0001\u0011\0`;
  const scan = `\u00ff\u00da${big(8, 2)}\u0001\u0001\0\0?\0${'\u0012'.repeat(20)}`;
  return exampleBase64(`\u00ff\u00d8${application}${frame}${scan}${end}`);
}

function webp(chunk: string, content: string): string {
  const body = `WEBP${chunk}${little(content.length, 4)}${content}`.padEnd(64, '\0');
  return exampleBase64(`RIFF${little(body.length, 4)}${body}`);
}

describe('the size and the format', () => {
  test.each([
    ['a PNG', examplePng(640, 3), { mediaType: 'image/png', width: 640, height: 3 }],
    ['a GIF', exampleGif, { mediaType: 'image/gif', width: 1, height: 1 }],
    ['a JPEG', jpeg(1024, 768), { mediaType: 'image/jpeg', width: 1024, height: 768 }],
    [
      'a JPEG behind a large profile',
      jpeg(8, 9000, { segment: 60_000 }),
      { mediaType: 'image/jpeg', width: 8, height: 9000 },
    ],
    [
      'a lossy WebP',
      webp('VP8 ', `\0\0\0\u009d\u0001\u002a${little(300, 2)}${little(200, 2)}`),
      { mediaType: 'image/webp', width: 300, height: 200 },
    ],
    [
      'a lossless WebP',
      webp('VP8L', `\u002f${little((200 - 1) * 16_384 + (300 - 1), 4)}`),
      { mediaType: 'image/webp', width: 300, height: 200 },
    ],
    [
      'an extended WebP',
      webp('VP8X', `\0\0\0\0${little(8999, 3)}${little(99, 3)}`),
      { mediaType: 'image/webp', width: 9000, height: 100 },
    ],
  ])('of %s are read from its bytes', (_, data, expected) => {
    expect(readImage(data)).toEqual(expected);
  });

  test('are read although the base64 text is broken into lines', () => {
    expect(readImage(examplePng(16, 16).replace(/.{76}/g, '$&\r\n'))).toEqual({
      mediaType: 'image/png',
      width: 16,
      height: 16,
    });
  });
});

describe('an image that cannot be decoded', () => {
  const png = examplePng(16, 16);
  const header = `\u0089PNG\r\n\u001a\n${big(13, 4)}IHDR${big(1, 4)}${big(1, 4)}\u0008\u0002\0\0\0${big(0, 4)}`;
  const end = `${big(0, 4)}IEND${big(0, 4)}`;

  test.each([
    ['is cut', png.slice(0, -20)],
    ['is cut in its header', png.slice(0, 24)],
    ['has a chunk that says it is longer', exampleBase64(`${header}${big(30, 4)}IDAT${'x'.repeat(24)}${end}`)],
    ['has a chunk that says it is shorter', exampleBase64(`${header}${big(9, 4)}IDAT${'\0'.repeat(24)}${end}`)],
    ['holds no pixels', exampleBase64(header + end)],
    ['is text', exampleBase64('The river Inn rises in Switzerland.')],
    ['is empty', ''],
  ])('is known when it %s', (_, data) => {
    const { fault, faultMayPass } = readImage(data);
    expect(fault).toBeDefined();
    expect(faultMayPass).toBeUndefined();
  });

  test.each([
    ['a JPEG without its end', jpeg(10, 10, { end: '' })],
    ['a WebP that is shorter than it says', webp('VP8X', `\0\0\0\0${little(9, 3)}${little(9, 3)}`).slice(0, 80)],
  ])('may still pass as %s', (_, data) => {
    expect(readImage(data)).toMatchObject({ faultMayPass: true });
  });
});

describe('another format', () => {
  test.each([
    ['an SVG drawing', '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['a HEIC image or a video', '\0\0\0\u0018ftypheic\0\0\0\0'],
    ['an AVIF image', '\0\0\0\u0018ftypavif\0\0\0\0'],
    ['a PDF', '%PDF-1.7\n'],
    ['an HTML page', '<!DOCTYPE html><html></html>'],
    ['a Git LFS pointer, not the file itself', 'version https://git-lfs.github.com/spec/v1\n'],
  ])('is named: %s', (name, content) => {
    expect(readImage(exampleBase64(content)).otherFormat).toBe(name);
  });
});

test('ten megabytes are read in the time of their header', () => {
  const large = examplePng(100, 100)
    .replace(/=*$/, '')
    .padEnd(10 * 1024 * 1024, 'A');
  const started = performance.now();
  for (let round = 0; round < 100; round++) readImage(large);
  expect(performance.now() - started).toBeLessThan(200);
});

test('garbage of any length is answered', () => {
  for (let length = 0; length < 200; length++) {
    const noise = Array.from({ length }, (_, index) => String.fromCharCode((index * 73 + length * 31) & 255)).join('');
    for (const head of ['\u0089PNG\r\n\u001a\n', '\u00ff\u00d8\u00ff', 'GIF89a', 'RIFF0000WEBP', '']) {
      expect(() => readImage(exampleBase64(head + noise))).not.toThrow();
    }
  }
});
