import { describe, expect, test } from 'vitest';
import { exampleBase64, examplePdf } from '../causes/example-media.ts';
import { readPdf } from './pdf.ts';

const linearizedHead = (length: number): string =>
  `%PDF-1.5\n9 0 obj\n<< /Linearized 1 /L ${length} /N 12 >>\nendobj\n`;
const catalog = '1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n';

describe('the pages of a PDF', () => {
  test.each([1, 7, 250])('are counted over its cross-reference table: %i', (pages) => {
    expect(readPdf(examplePdf(pages))).toEqual({ encrypted: false, pages });
  });

  test('are given by the head of a linearized file', () => {
    const rest = `${catalog}trailer\n<< /Root 1 0 R >>\nstartxref\n0\n%%EOF\n`;
    const length = linearizedHead(100).length + rest.length;
    expect(readPdf(exampleBase64(linearizedHead(length) + rest)).pages).toBe(12);
  });

  test('stay unknown where something was appended to a linearized file', () => {
    const text = `%PDF-1.5\n9 0 obj\n<< /Linearized 1 /L 40 /N 12 >>\nendobj\n${catalog}startxref\n0\n%%EOF\n`;
    expect(readPdf(exampleBase64(text)).pages).toBeUndefined();
  });

  test('stay unknown where the objects are compressed', () => {
    const text =
      '%PDF-1.5\n5 0 obj\n<< /Type /XRef /Root 1 0 R /W [1 2 1] >>\nstream\nxx\nendstream\nendobj\nstartxref\n9\n%%EOF\n';
    expect(readPdf(exampleBase64(text))).toEqual({ encrypted: false });
  });

  test('stay unknown where the file has no end', () => {
    expect(readPdf(exampleBase64(`%PDF-1.4\n${catalog}`))).toEqual({});
  });
});

describe('a PDF that is refused', () => {
  test('is encrypted', () => {
    expect(readPdf(examplePdf(1, '/Encrypt 9 0 R'))).toEqual({ encrypted: true });
  });

  test('is encrypted in a cross-reference stream', () => {
    const text =
      '%PDF-1.5\n5 0 obj\n<< /Type /XRef /Encrypt 9 0 R >>\nstream\nxx\nendstream\nendobj\nstartxref\n9\n%%EOF\n';
    expect(readPdf(exampleBase64(text)).encrypted).toBe(true);
  });

  test.each([
    ['is a web page', '<html><body>Please log in</body></html>'],
    ['is cut after its header', '%PDF-1.7\n'],
    ['is empty', ''],
  ])('%s', (_, text) => {
    expect(readPdf(exampleBase64(text)).fault).toBeDefined();
  });
});

test('a header behind some other bytes is found', () => {
  expect(readPdf(exampleBase64(`\u00ef\u00bb\u00bf\n%PDF-1.4\n${catalog}`)).fault).toBeUndefined();
});

test('a table that leads to itself is given up', () => {
  const text = '%PDF-1.4\nxref\n0 0\n0 0\n0 0\ntrailer\n<< /Root 1 0 R >>\nstartxref\n9\n%%EOF\n';
  expect(readPdf(exampleBase64(text))).toEqual({ encrypted: false });
});
