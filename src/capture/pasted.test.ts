import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { readPasted, redactedPaste, withoutSecrets } from './pasted.ts';

const key = ['sk', 'ant', 'api03', `${'mV5'.repeat(31)}AA`].join('-');
const packed = gzipSync(`x-api-key: ${key}`).toString('base64');
const pasted = `HTTP 529\n\n{"type":"error","error":{"type":"overloaded_error","message":"Overloaded ${packed}"}}`;

describe('a pasted text', () => {
  test('is given without its secrets, the packed ones among them, beside its evidence', () => {
    const { text, evidence } = redactedPaste(pasted);
    expect(text).toContain('"message":"Overloaded ');
    expect(text).not.toContain(packed);
    expect(evidence.response).toMatchObject({ status: 529 });
    expect(evidence.response).toEqual(readPasted(pasted).response);
  });

  test.each([
    ['no process', undefined],
    ['a process that has no modules', {}],
  ])('is read all the same where there is %s, and nothing can be unpacked', (_, process) => {
    vi.stubGlobal('process', process);
    onTestFinished(() => void vi.unstubAllGlobals());
    const { text, evidence } = redactedPaste(`${pasted}\nx-api-key: ${key}`);
    expect(text).not.toContain(key);
    expect(evidence.response).toMatchObject({ status: 529 });
    expect(withoutSecrets(packed)).toBe(packed);
  });
});
