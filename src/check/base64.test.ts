import { describe, expect, test } from 'vitest';
import { exampleBase64 } from '../causes/example-media.ts';
import { base64Fault, openBase64 } from './base64.ts';

describe('base64 text', () => {
  test.each([0, 1, 2, 3, 4, 5, 255])('of %i bytes is read byte by byte', (length) => {
    const bytes = Array.from({ length }, (_, index) => String.fromCharCode((index * 7) & 255)).join('');
    const opened = openBase64(exampleBase64(bytes));
    expect(opened.length).toBe(length);
    expect(opened.text(0, length + 10)).toBe(bytes);
    expect(opened.at(length)).toBe(-1);
  });

  test('may be broken into lines, without padding, or in the URL-safe alphabet', () => {
    expect(openBase64('SW5u\r\nIElz\nYXI').text(0, 99)).toBe('Inn Isar');
    expect(openBase64('-_8').text(0, 9)).toBe('\u00fb\u00ff');
  });
});

describe('what is no base64', () => {
  test.each([
    ['', { kind: 'empty' }],
    ['data:image/png;base64,iVBO', { kind: 'data-url', mediaType: 'image/png', prefixLength: 22 }],
    ['[removed]', { kind: 'character', character: '[', offset: 0 }],
    ['SW5u…', { kind: 'character', character: '…', offset: 4 }],
    ['SW5uI', { kind: 'length' }],
  ])('%j is told by what it is', (text, fault) => {
    expect(base64Fault(text)).toEqual(fault);
  });

  test.each(['SW5u', 'SW5uIA==', 'SW5uIA', 'SW5u\nIElz\n'])('%j is fine', (text) => {
    expect(base64Fault(text)).toBeUndefined();
  });
});
