import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isArray, isObject } from '../../src/core/json.ts';
import { serve, type Counting } from '../doctor/loopback.ts';
import { folderWith, foundIn, isolatedBy, refusing, sound } from './isolated.ts';

/** A conversation in which each of twelve messages can be in one of two forms. */
const conversation = (form: string): object => ({
  ...sound,
  messages: [
    ...Array.from({ length: 12 }, (_, at) => ({ role: at % 2 === 0 ? 'user' : 'assistant', content: `${form} ${at}` })),
    { role: 'user', content: 'And now?' },
  ],
});

const { path: cwd } = folderWith({
  'good.json': conversation('plain'),
  'bad.json': conversation('odd'),
});

/** The places at which a message must be odd for the server to refuse the call. */
let planted: readonly number[] = [];
let api: Counting;
beforeAll(async () => {
  api = await serve(
    refusing((_, { messages }) => {
      const isOdd = (at: number): boolean => {
        const message = isArray(messages) ? messages[at] : undefined;
        return isObject(message) && message['content'] === `odd ${at}`;
      };
      return planted.length > 0 && planted.every(isOdd);
    }),
  );
});
afterAll(async () => api.close());

const isolatedHere = async () =>
  isolatedBy(['bad.json', '--good', 'good.json', '--live', '--no-status', '--base-url', api.url], { cwd });

describe('of twelve differences, over the network', { timeout: 60_000 }, () => {
  test('each single one that is planted is found within log2(12) + 4 calls', async () => {
    for (let at = 0; at < 12; at++) {
      planted = [at];
      const before = api.asked.length;
      const isolation = await isolatedHere();
      expect(foundIn(isolation)).toEqual([`messages.${at}.content`]);
      expect(isolation).toMatchObject({ outcome: 'found', without: 'success' });
      expect(api.asked.length - before).toBeLessThanOrEqual(Math.log2(12) + 4);
    }
  });

  test('each pair that is planted is told as a pair', async () => {
    for (let one = 0; one < 12; one++) {
      for (let other = one + 1; other < 12; other++) {
        planted = [one, other];
        const isolation = await isolatedHere();
        expect(isolation.culprits).toMatchObject([{ how: 'together' }]);
        const names = [one, other].map((at) => `messages.${at}.content`);
        expect(foundIn(isolation)).toEqual([names.toSorted().join(' + ')]);
      }
    }
  });

  test('none is told where none is planted', async () => {
    planted = [];
    expect(await isolatedHere()).toMatchObject({ outcome: 'not-reproduced', culprits: [] });
  });
});
