import { afterEach, describe, expect, test } from 'vitest';
import { outputComplaints } from '../schemas.ts';
import { deadPort, serve, type Counting } from '../doctor/loopback.ts';
import { folderWith, isolatedBy, refusing, sound } from './isolated.ts';

const open: Counting[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async ({ close }) => close()));
});

const { path: cwd } = folderWith({
  'good.json': sound,
  'bad.json': { ...sound, temperature: 7, top_p: 4 },
});

describe('isolate.schema.json describes what is printed', () => {
  test.each([
    ['of a part of a request', ['bad.json', '--good', 'good.json'], 'found'],
    ['of a request that does not fail', ['good.json', '--vary', 'model=claude-opus-4-8'], 'not-reproduced'],
    ['of a change that does not help', ['bad.json', '--vary', 'model=claude-opus-4-8'], 'no-difference'],
  ])('%s', async (_, words, outcome) => {
    const isolation = await isolatedBy(words, { cwd });
    expect(isolation.outcome).toBe(outcome);
    expect(outputComplaints('isolate', isolation)).toEqual([]);
  });

  test('of live calls', async () => {
    const api = await serve(refusing(({ headers }) => headers['anthropic-version'] !== '2026-10-21'));
    open.push(api);
    const url = `http://localhost:${await deadPort()}`;
    for (const [base, vary, outcome] of [
      [api.url, 'version=2026-10-21', 'found'],
      [url, `base-url=${api.url},version=2026-10-21`, 'found'],
      [api.url, 'ip=4', 'no-difference'],
    ] as const) {
      const isolation = await isolatedBy(['good.json', '--live', '--no-status', '--base-url', base, '--vary', vary], {
        cwd,
      });
      expect(isolation.outcome).toBe(outcome);
      expect(outputComplaints('isolate', isolation)).toEqual([]);
    }
  });
});
