import { expect, test } from 'vitest';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { sharedRooms } from '../../proxy/rooms.ts';
import { letGo, packer, unpack } from './parcel.ts';

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

function lying(head = bytes()): Exchange {
  return { ...exchangeOf(0, 0), body: { bytes: 7, head, tail: bytes(1) } };
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
  const packed = packer(sharedRooms());
  for (const exchange of exchanges) packed.add(exchange);
  expect(packed.count()).toBe(2);
  const parcel = packed.take();
  expect(parcel && [...unpack(parcel)]).toEqual(exchanges);
  expect(packed.take()).toBeUndefined();
});

test('bytes of any length fit, in a packer that has been emptied before', () => {
  const packed = packer(sharedRooms());
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
    expect(parcel && [...unpack(parcel)]).toEqual([exchange, exchange]);
  }
});

test('a room that comes back is used again, and nothing of before is in a parcel', () => {
  const rooms = sharedRooms();
  const packed = packer(rooms);
  packed.add(exchangeOf(1, 50_000));
  expect(packed.size()).toBe(50_000);
  const first = packed.take();
  expect(packed.size()).toBe(0);
  if (first) rooms.giveBack(first.bytes);
  packed.add(exchangeOf(2, 40_000));
  const second = packed.take();
  expect(second?.bytes.buffer).toBe(first?.bytes.buffer);
  expect(second && [...unpack(second)]).toEqual([exchangeOf(2, 40_000)]);
});

test('a long body is handed over in the room in which it lies, and a short one with the others', () => {
  const rooms = sharedRooms();
  const packed = packer(rooms);
  const [long, short] = [100_000, 100].map((length) => rooms.take(length).fill(7).subarray(0, length));
  packed.add(lying(long));
  packed.add(lying(short));
  expect(packed.size()).toBe(100_102);
  const parcel = packed.take();
  expect(parcel?.loose.map(({ buffer }) => buffer)).toEqual([long?.buffer]);
  expect(parcel && [...unpack(parcel)]).toEqual([
    lying(new Uint8Array(100_000).fill(7)),
    lying(new Uint8Array(100).fill(7)),
  ]);
  // The room of the short one is free again.
  expect(rooms.take(100).buffer).toBe(short?.buffer);
});

test('the rooms of an exchange that nobody looks at are free again', () => {
  const rooms = sharedRooms();
  const head = rooms.take(100_000);
  letGo(lying(head), rooms);
  expect(rooms.owns(head)).toBe(false);
  expect(rooms.take(100_000).buffer).toBe(head.buffer);
});
