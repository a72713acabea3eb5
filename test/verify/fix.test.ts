import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startSimulator, type Simulator } from '../../src/simulator/index.ts';
import { outputComplaints } from '../schemas.ts';
import { certified, nodeCommand, temporaryFolder } from './certified.ts';
import { incidentFile, type FailedCall } from './incident-file.ts';

const patient = { timeout: 60_000 };
const call = { type: 'tool_use', id: 'toolu_01First', name: 'look_up', input: {} };
const result = { type: 'tool_result', tool_use_id: 'toolu_01First', content: 'The Danube' };
const sound = {
  model: 'claude-sonnet-5',
  max_tokens: 200,
  tools: [{ name: 'look_up', input_schema: { type: 'object' } }],
  messages: [
    { role: 'user', content: 'Which river flows through Vienna?' },
    { role: 'assistant', content: [call] },
    { role: 'user', content: [result] },
  ],
};
const broken = { ...sound, messages: [...sound.messages.slice(0, 2), { role: 'user', content: 'Go on.' }] };
const unanswered: FailedCall = {
  body: broken,
  status: 400,
  error: {
    type: 'invalid_request_error',
    message:
      'messages.1: `tool_use` ids were found without `tool_result` blocks immediately after: toolu_01First. Each `tool_use` block must have a corresponding `tool_result` block in the next message.',
  },
};
const refusedKey: FailedCall = {
  body: sound,
  status: 401,
  error: { type: 'authentication_error', message: 'invalid x-api-key' },
};

function written(folder: string, name: string, body: object): string {
  writeFileSync(join(folder, name), JSON.stringify(body));
  return name;
}

async function simulator(): Promise<Simulator> {
  const started = await startSimulator();
  onTestFinished(() => started.stop());
  return started;
}

const repaired: readonly (readonly [
  what: string,
  now: object,
  fix: readonly string[],
  code: number,
  headline: string,
])[] = [
  ['named as the fix', sound, ['--fix', 'input'], 0, 'Proven: 2 of 5 questions are answered with yes, 3 not asked'],
  ['not named', sound, [], 4, 'Not called fixed: confounded by input'],
  [
    'repaired together with the model',
    { ...sound, model: 'claude-opus-4-6' },
    ['--fix', 'input'],
    4,
    'Not called fixed: confounded by model',
  ],
  [
    'repaired together with a model that is named too',
    { ...sound, model: 'claude-opus-4-6' },
    ['--fix', 'input,model'],
    0,
    'Proven: 2 of 5 questions are answered with yes, 3 not asked',
  ],
  [
    'repaired, and another variable named as the fix',
    sound,
    ['--fix', 'input', '--fix', 'model'],
    4,
    'Inconclusive: the model was named as the fix and is the same',
  ],
  ['sent as it was', broken, ['--fix', 'input'], 1, 'Not proven: the request still fails'],
  ['broken otherwise', { ...sound, max_tokens: 'many' }, ['--fix', 'input'], 1, 'Not proven: the request still fails'],
];

test.each(repaired)('a request that is %s', patient, async (_, now, fix, code, headline) => {
  const folder = temporaryFolder();
  const words = [incidentFile(folder, unanswered), '--request', written(folder, 'now.json', now), ...fix];
  const { certificate, code: ended } = await certified(words, folder);
  expect({ headline: certificate.headline, code: ended }).toEqual({ headline, code });
  expect(outputComplaints('verify', certificate)).toEqual([]);
});

test('the places at which the input changed are named', async () => {
  const folder = temporaryFolder();
  const words = [incidentFile(folder, unanswered), '--request', written(folder, 'now.json', sound), '--fix', 'input'];
  const { certificate } = await certified(words, folder);
  expect(certificate.variables.find(({ name }) => name === 'input')?.differences).toEqual(['messages.2.content']);
});

test('a request that is broken on purpose must be refused', async () => {
  const folder = temporaryFolder();
  const words = [incidentFile(folder, unanswered), '--request', written(folder, 'now.json', sound), '--fix', 'input'];
  const { certificate } = await certified(words, folder);
  const said = certificate.runs.filter(({ id }) => /left-out|invalid-id/.test(id)).map(({ checks }) => checks[0]?.said);
  expect(said).toEqual([
    'It is refused: 400 invalid_request_error, field-missing at max_tokens.',
    'It is refused: 400 invalid_request_error, tool-result-missing at messages.1.',
  ]);
});

test('what was redacted in the incident is no change of the input', async () => {
  const folder = temporaryFolder();
  const key = ['sk', 'ant', 'api03', `${'Ab9-'.repeat(23)}xAA`].join('-');
  const said = { ...broken, system: `Never tell anybody ${key}.` };
  const file = incidentFile(folder, { ...unanswered, body: said });
  expect(readFileSync(file, 'utf8')).not.toContain(key);
  const { certificate } = await certified([file, '--request', written(folder, 'now.json', said)], folder);
  expect(certificate.variables.find(({ name }) => name === 'input')?.state).toBe('same');
  expect(certificate.headline).toBe('Not proven: the request still fails');
});

test('a good request that works no more is no success', async () => {
  const folder = temporaryFolder();
  const good = written(folder, 'good.json', { ...sound, model: 'claude-2.1' });
  const now = written(folder, 'now.json', sound);
  const { code } = await certified(
    [incidentFile(folder, unanswered), '--request', now, '--good', good, '--fix', 'input'],
    folder,
  );
  expect(code).toBe(1);
});

test('what nothing offline can show is not called fixed', async () => {
  const folder = temporaryFolder();
  const { code, certificate } = await certified([incidentFile(folder, refusedKey)], folder);
  expect({ code, result: certificate.result }).toEqual({ code: 4, result: 'inconclusive' });
  expect(certificate.answers[0]?.evidence[0]?.said).toMatch(/Nothing offline shows the failure.*--live/);
});

test('without the body of the incident nothing is claimed offline', async () => {
  const folder = temporaryFolder();
  const file = incidentFile(folder, { ...unanswered, withBodies: false });
  const { code, certificate } = await certified([file, '--request', written(folder, 'now.json', sound)], folder);
  expect({ code, result: certificate.result }).toEqual({ code: 4, result: 'inconclusive' });
});

/** What the API tells of the account and the place, as the simulator does. */
async function accountOf({ url, env }: Simulator): Promise<readonly string[]> {
  const answer = await fetch(`${url}/v1/models`, { headers: { 'x-api-key': env['ANTHROPIC_API_KEY'] ?? '' } });
  const names = ['anthropic-organization-id', 'anthropic-workspace-id', 'cf-ray'];
  return names.flatMap((name) => [name, answer.headers.get(name) ?? '']);
}

async function live(
  failed: FailedCall,
  words: readonly string[],
  change: (simulator: Simulator) => void = () => undefined,
): Promise<Awaited<ReturnType<typeof certified>> & { readonly calls: number }> {
  const api = await simulator();
  const folder = temporaryFolder();
  const answerHeaders = await accountOf(api);
  const file = incidentFile(folder, { answerHeaders, upstream: api.url, ...failed });
  written(folder, 'now.json', sound);
  const before = api.calls.length;
  change(api);
  const ended = await certified([file, '--live', ...words], folder, api.env);
  return { ...ended, calls: api.calls.length - before };
}

test('a live call proves what nothing offline shows, with account and region held', patient, async () => {
  const { code, certificate, calls } = await live(refusedKey, ['--fix', 'account']);
  expect({ code, result: certificate.result }).toEqual({ code: 0, result: 'proven' });
  const states = Object.fromEntries(certificate.variables.map(({ name, state }) => [name, state]));
  expect(states).toMatchObject({ input: 'same', model: 'same', account: 'same', region: 'same', environment: 'same' });
  expect(certificate.spent?.requests).toBe(calls);
  expect(certificate.runs.find(({ id }) => id === 'failing-now')?.tries[0]?.requestId).toMatch(/^req_/);
  expect(outputComplaints('verify', certificate)).toEqual([]);
});

test('a stream and a tool call of one token are whole answers', patient, async () => {
  const streamed = { ...sound, stream: true, messages: sound.messages.slice(0, 1) };
  const { certificate } = await live({ ...refusedKey, body: streamed }, ['--fix', 'account']);
  const { checks = [] } = certificate.runs.find(({ id }) => id === 'failing-now') ?? {};
  expect(checks.map(({ id, state }) => `${id} ${state}`)).toEqual(['ending holds', 'structure holds']);
});

/** An answer that was cut off at `max_tokens`. */
const truncated: FailedCall = {
  body: { ...sound, tools: undefined, messages: [{ role: 'user', content: 'Which rivers flow through Vienna?' }] },
  status: 200,
  answer: {
    id: 'msg_011Before',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-5',
    content: [{ type: 'text', text: 'The Danube and the' }],
    stop_reason: 'max_tokens',
    stop_sequence: null,
    usage: { input_tokens: 20, output_tokens: 200 },
  },
};

test.each([
  ['lasts', 1, 1],
  ['is gone', 0, 0],
])('a failure in an answer with a good status that %s', patient, async (_, next, code) => {
  const ended = await live(truncated, ['--fix', 'account'], (api) => api.inject('output-truncated', { next }));
  expect(ended.certificate.incident?.cause).toBe('output-truncated');
  expect(ended.code).toBe(code);
});

test('a failure that lasts is told live', patient, async () => {
  const { code, certificate } = await live(refusedKey, [], (api) => api.inject('api-key-invalid', { next: 1 }));
  expect({ code, headline: certificate.headline }).toEqual({
    code: 1,
    headline: 'Not proven: the request still fails',
  });
});

test('a repair is not what heals a request that succeeds without it', patient, async () => {
  const failed = { ...refusedKey, body: { ...sound, max_tokens: 300 } };
  const { code, certificate } = await live(failed, ['--request', 'now.json', '--fix', 'input']);
  expect({ code, headline: certificate.headline }).toEqual({
    code: 4,
    headline: 'Not called fixed: the request as it failed succeeds now as well',
  });
});

test('another account or another address confounds a live call', patient, async () => {
  const other = await live({ ...refusedKey, answerHeaders: ['anthropic-organization-id', 'another'] }, []);
  expect(other.certificate.headline).toBe('Not called fixed: confounded by account');
  const elsewhere = await live({ ...refusedKey, upstream: 'https://gateway.example' }, []);
  expect(elsewhere.certificate.headline).toBe('Not called fixed: confounded by environment');
});

test('the budget of live calls is kept, and what it does not hold is left open', patient, async () => {
  const { code, certificate, calls } = await live(refusedKey, ['--budget', 'requests=1']);
  expect({ code, result: certificate.result, calls }).toEqual({ code: 4, result: 'inconclusive', calls: 1 });
});

test('the key of live calls stands nowhere', patient, async () => {
  const { certificate } = await live(refusedKey, []);
  expect(JSON.stringify(certificate)).not.toContain('sk-ant-');
});

/** A program that makes the call of an incident, as a version of an SDK would. */
const program = `
  import { readFileSync } from 'node:fs';
  const [, , file, version] = process.argv;
  const answer = await fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      'user-agent': 'Anthropic/JS ' + version,
      'x-stainless-package-version': version,
      'x-stainless-runtime': 'node',
      'x-stainless-runtime-version': 'v24.0.0',
      'x-stainless-os': 'Linux',
      'x-stainless-arch': 'x64',
      'x-api-key': process.env.ANTHROPIC_API_KEY,
    },
    body: readFileSync(file),
  });
  const isWhole = await answer.text().then(() => answer.ok, () => false);
  console.log(isWhole ? 'Good.' : 'Not now. Please come again.');
  process.exitCode = isWhole ? 0 : 1;
`;
const sdkHeaders = (version: string): readonly string[] =>
  Object.entries({
    'user-agent': `Anthropic/JS ${version}`,
    'x-stainless-package-version': version,
    'x-stainless-runtime': 'node',
    'x-stainless-runtime-version': 'v24.0.0',
    'x-stainless-os': 'Linux',
    'x-stainless-arch': 'x64',
  }).flat();

test.each([
  [[], 'Not called fixed: confounded by SDK version'],
  [['--fix', 'sdk'], 'Proven: 3 of 5 questions are answered with yes, 2 not asked'],
])('an application is held against the incident, with %j', patient, async (more, headline) => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'program.mjs'), program);
  written(folder, 'now.json', sound);
  const file = incidentFile(folder, { ...unanswered, headers: sdkHeaders('0.60.0') });
  const app = ['--app', nodeCommand('program.mjs', 'now.json', '0.70.0'), '--scenario', 'overloaded'];
  const { certificate } = await certified([file, ...app, '--fix', 'input', ...more], folder);
  expect(certificate.headline).toBe(headline);
  const states = Object.fromEntries(certificate.variables.map(({ name, state }) => [name, state]));
  expect(states).toEqual({
    input: 'changed',
    account: 'not-seen',
    region: 'not-seen',
    model: 'same',
    sdk: 'changed',
    runtime: 'same',
    environment: 'same',
  });
});

test('an application that calls the API itself shows everything that a failure can depend on', patient, async () => {
  const api = await simulator();
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'program.mjs'), program);
  written(folder, 'now.json', sound);
  const before = { headers: sdkHeaders('0.70.0'), answerHeaders: await accountOf(api), upstream: api.url };
  const file = incidentFile(folder, { ...unanswered, ...before });
  const words = [
    '--app',
    nodeCommand('program.mjs', 'now.json', '0.70.0'),
    '--fix',
    'input',
    '--live',
    '--scenario',
    'overloaded',
  ];
  const { certificate, code } = await certified([file, ...words], folder, api.env);
  expect(certificate.runs.find(({ id }) => id === 'live')?.tries.map(({ status }) => status)).toEqual([200]);
  const states = certificate.variables.map(({ state }) => state);
  expect(states).toEqual(['changed', 'same', 'same', 'same', 'same', 'same', 'same']);
  expect({ code, result: certificate.result }).toEqual({ code: 0, result: 'proven' });
  expect(outputComplaints('verify', certificate)).toEqual([]);
});

test('a certificate from another environment answers the fifth question', patient, async () => {
  const folder = temporaryFolder();
  const file = incidentFile(folder, unanswered);
  const words = [file, '--request', written(folder, 'now.json', sound), '--fix', 'input'];
  const { certificate } = await certified(words, folder);
  const fifthWith = async (second: object): Promise<string | undefined> => {
    const path = written(folder, 'second.json', { kind: 'certificate', ...certificate, ...second });
    const ended = await certified([...words, '--second', path], folder);
    return ended.certificate.answers[4]?.state;
  };
  const machine = { id: 'elsewhere', system: 'darwin arm64', runtime: 'Node v24.0.0' };
  expect(await fifthWith({})).toBe('open');
  expect(await fifthWith({ machine })).toBe('yes');
  expect(await fifthWith({ machine, result: 'refuted', headline: 'Not proven: the request still fails' })).toBe('no');
  expect(await fifthWith({ machine, request: 'another' })).toBe('open');
  expect(await fifthWith({ machine, runs: [] })).toBe('open');
});
