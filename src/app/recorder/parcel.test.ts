import { expect, test } from 'vitest';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { packer, unpack } from './parcel.ts';

const common = {
  at: 7,
  method: 'POST',
  path: '/v1/messages',
  upstream: 'https://api.anthropic.com',
  headers: ['A', '1', 'a', '2'],
  timing: { isConnectionReused: false, endMs: 3 },
};

function bytes(...values: number[]): Uint8Array {
  return Uint8Array.from(values);
}

function exchangeOf(value: number, length: number): Exchange {
  const head = new Uint8Array(length).fill(value);
  return { ...common, body: { bytes: length, head, tail: bytes() }, ending: { kind: 'complete' } };
}

test('exchanges come out of a parcel as they went in', () => {
  const exchanges: readonly Exchange[] = [
    {
      ...common,
      body: { bytes: 9, head: bytes(1, 2), tail: bytes(3) },
      response: {
        status: 200,
        statusText: 'OK',
        headers: [],
        body: { bytes: 2, head: bytes(4, 5), tail: bytes() },
      },
      ending: { kind: 'complete' },
    },
    {
      ...common,
      body: { bytes: 1, head: bytes(6), tail: bytes() },
      ending: { kind: 'unanswered', how: 'reset', message: 'read ECONNRESET' },
    },
  ];
  const packed = packer();
  for (const exchange of exchanges) packed.add(exchange);
  expect(packed.count()).toBe(2);
  const parcel = packed.take();
  expect(parcel && unpack(parcel)).toEqual(exchanges);
  expect(packed.take()).toBeUndefined();
});

test('bytes of any length fit, in a packer that has been emptied before', () => {
  const packed = packer();
  for (const length of [100, 40_000, 1_000_000]) {
    const head = new Uint8Array(length).fill(length % 251);
    const exchange: Exchange = {
      ...common,
      body: { bytes: length, head, tail: bytes(9) },
      ending: { kind: 'abandoned' },
    };
    packed.add(exchange);
    packed.add(exchange);
    const parcel = packed.take();
    expect(parcel && unpack(parcel)).toEqual([exchange, exchange]);
  }
});

test('a room that comes back is used again, and nothing of before is in a parcel', () => {
  const packed = packer();
  packed.add(exchangeOf(1, 50_000));
  expect(packed.size()).toBe(50_000);
  const first = packed.take();
  expect(packed.size()).toBe(0);
  if (first) packed.giveBack(first.bytes);
  packed.add(exchangeOf(2, 20_000));
  const second = packed.take();
  expect(second?.bytes).toBe(first?.bytes);
  expect(second && unpack(second)).toEqual([exchangeOf(2, 20_000)]);
});
