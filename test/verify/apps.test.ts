import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { outputComplaints } from '../schemas.ts';
import { certified, kindsOf, nodeCommand, temporaryFolder } from './certified.ts';

const apps = join(import.meta.dirname, '..', '..', 'examples', 'apps');
const hasPython = spawnSync('python3', ['--version']).status === 0;
const patient = { timeout: 120_000 };

/** What is wrong with each application, as the kinds of checks that fail. */
const faults: readonly (readonly [app: string, failing: readonly string[]])[] = [
  ['good.ts', []],
  ['crashes.ts', ['crash']],
  ['retries-forever.ts', ['retry-limit', 'retry-wait']],
  ['leaks-upstream-error.ts', ['upstream-text']],
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

/** An application on the official SDK, as its documentation shows it, with a log. */
const withSdk = `
  import { appendFileSync } from 'node:fs';
  import Anthropic from ${JSON.stringify(import.meta.resolve('@anthropic-ai/sdk'))};
  const log = (entry) => appendFileSync('app.log', JSON.stringify(entry) + '\\n');
  try {
    const messages = [{ role: 'user', content: 'Which river flows through Vienna?' }];
    const answer = await new Anthropic().messages.create({ model: 'claude-sonnet-5', max_tokens: 200, messages });
    log({ requestId: answer._request_id });
    console.log(answer.content[0].text);
  } catch (error) {
    log({ requestId: error.requestID, status: error.status });
    console.log('Not now. Please come again.');
    process.exitCode = 1;
  }
`;

test('an application on the official SDK that takes care of errors is proven', patient, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'app.mjs'), withSdk);
  const words = [
    '--app',
    nodeCommand('app.mjs'),
    '--log',
    'app.log',
    '--retries',
    '2',
    '--scenario',
    'overloaded,stream-cut',
  ];
  const { code, certificate } = await certified(words, folder);
  expect({ code, failing: kindsOf(certificate, 'fails'), noted: kindsOf(certificate, 'noted') }).toEqual({
    code: 0,
    failing: [],
    noted: ['request-id'],
  });
});

/** Logs its key in a form that no redactor knows by sight. */
const disguised = `
  import { appendFileSync } from 'node:fs';
  const key = process.env.ANTHROPIC_API_KEY;
  const body = '{"model":"claude-sonnet-5","max_tokens":9,"messages":[{"role":"user","content":"Hello"}]}';
  const headers = { 'x-api-key': key, 'anthropic-version': '2023-06-01' };
  const answer = await fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', { method: 'POST', headers, body });
  await answer.text().catch(() => '');
  appendFileSync('app.log', answer.headers.get('request-id') + ' ' + Buffer.from('key=' + key).toString('base64') + '\\n');
  console.log('Done.');
`;

test('a credential in disguise is found in the log, and stands nowhere in the certificate', patient, async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'app.mjs'), disguised);
  const { code, certificate } = await certified(
    ['--app', nodeCommand('app.mjs'), '--log', 'app.log', '--scenario', 'bad-request'],
    folder,
  );
  expect({ code, failing: kindsOf(certificate, 'fails') }).toEqual({ code: 1, failing: ['credential'] });
  const logged = readFileSync(join(folder, 'app.log'), 'utf8')
    .split(/\s+/)
    .filter((word) => word.length > 60);
  expect(logged.filter((word) => JSON.stringify(certificate).includes(word))).toEqual([]);
});
