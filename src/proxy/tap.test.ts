import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { Tap } from './tap.ts';

const text = 'Which rivers flow through Vienna? ';

/** Every byte by itself, cut from a larger piece as the parts of an answer are. */
function byBytes(tap: Tap, from: Uint8Array): void {
  for (let at = 0; at < from.length; at++) tap.add(from.subarray(at, at + 1));
}

test.each([1, 7, 1000, 5000, 100_000])(
  'the beginning and the end of %i bytes that come one by one are kept',
  (size) => {
    const whole = Buffer.alloc(size, text);
    const tap = new Tap({ headBytes: 3000, tailBytes: 1500 });
    byBytes(tap, whole);
    const { bytes, head, tail } = tap.kept();
    expect(bytes).toBe(size);
    expect(Buffer.compare(head, whole.subarray(0, 3000))).toBe(0);
    expect(Buffer.compare(tail, whole.subarray(3000).subarray(-1500))).toBe(0);
  },
);

test('what comes after the body was handed on touches nothing that was handed on', () => {
  const tap = new Tap({ headBytes: 3000, tailBytes: 1500 });
  const whole = Buffer.alloc(5000, text);
  tap.add(whole.subarray(0, 1000));
  tap.add(whole.subarray(1000));
  const { head, tail } = tap.kept();
  for (const { buffer } of [head, tail])
    if (buffer instanceof ArrayBuffer) structuredClone(buffer, { transfer: [buffer] });
  expect(head).toHaveLength(0);
  expect(() => tap.add(whole)).not.toThrow();
});

/** What is in use of memory, in bytes. */
function used(): number {
  runInNewContext('gc()');
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

test('bytes that come one by one cost little more than they are', () => {
  setFlagsFromString('--expose-gc');
  const tap = new Tap({ headBytes: 1 << 20, tailBytes: 0 });
  const before = used();
  byBytes(tap, Buffer.alloc(1 << 20, text));
  expect(used() - before).toBeLessThan(8 << 20);
  expect(tap.kept().head).toHaveLength(1 << 20);
});
