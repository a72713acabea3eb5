import { expect, test } from 'vitest';
import type { Exchange } from '../../capture/exchange/exchange.ts';
import { bundle, pack, unpack } from './parcel.ts';

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
  expect(unpack(bundle(exchanges.map(pack)))).toEqual(exchanges);
});
