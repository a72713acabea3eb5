import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputComplaints } from '../schemas.ts';
import { certified, kindsOf, nodeCommand } from './certified.ts';

const apps = join(import.meta.dirname, '..', '..', 'examples', 'apps');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const patient = { timeout: 120_000 };

/** What is wrong with each application, as the kinds of checks that fail. */
const faults: readonly (readonly [app: string, failing: readonly string[]])[] = [
  ['good.ts', []],
  ['crashes.ts', ['crash']],
  ['retries-forever.ts', ['retry-limit', 'retry-wait']],
  ['leaks-upstream-error.ts', ['request-detail', 'upstream-text']],
  ['logs-the-key.ts', ['credential']],
  ['ignores-retry-after.ts', ['retry-wait']],
];

test.each(faults)('%s is told for what it is', patient, async (app, failing) => {
  const words = ['--app', nodeCommand(join(apps, app)), '--log', 'app.log', '--retries', '3'];
  const { code, certificate } = await certified(words);
  expect(kindsOf(certificate, 'fails')).toEqual(failing);
  expect(certificate.result).toBe(failing.length === 0 ? 'proven' : 'refuted');
  expect(code).toBe(failing.length === 0 ? 0 : 1);
  expect(outputComplaints('verify', certificate)).toEqual([]);
});

test.skipIf(!hasPython)('an application in Python is told for what it is', patient, async () => {
  const words = ['--app', `python3 "${join(apps, 'good.py')}"`, '--log', 'app.log', '--retries', '3'];
  const { code, certificate } = await certified(words);
  expect({ code, failing: kindsOf(certificate, 'fails'), open: kindsOf(certificate, 'open') }).toEqual({
    code: 0,
    failing: [],
    open: [],
  });
});
