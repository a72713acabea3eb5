import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { testHost } from '../../../test/test-host.ts';
import { openStore } from '../../store/sqlite.ts';
import { importHar } from './import.ts';

const day = 86_400_000;

function entry(startedAt: number | undefined, url = 'https://api.anthropic.com/v1/messages'): object {
  return {
    ...(startedAt === undefined ? {} : { startedDateTime: new Date(startedAt).toISOString() }),
    time: 30,
    request: { method: 'POST', url, headers: [], postData: { text: '{"model":"claude-sonnet-5"}' } },
    response: {
      status: 529,
      headers: [],
      content: { text: '{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}' },
    },
  };
}

test('what import says it kept is in the store, however long ago it was', async () => {
  const path = mkdtempSync(join(tmpdir(), 'faultline-import-'));
  const store = openStore(join(path, 'store'), 'create');
  onTestFinished(async () => {
    await store.close();
    rmSync(path, { recursive: true, force: true });
  });
  const { host, output } = testHost('');
  const entries = [entry(host.now() - 40 * day), entry(undefined), entry(host.now(), 'data:text/plain,x')];
  writeFileSync(join(path, 'old.har'), JSON.stringify({ log: { entries } }));
  await importHar(join(path, 'old.har'), store, host);
  const ids = output()
    .trim()
    .split('\n')
    .map((line) => line.split(' ')[0]);
  expect(ids).toHaveLength(2);
  expect((await store.list()).map(({ id }) => id)).toEqual(ids);
});
