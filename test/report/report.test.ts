import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { sha256 } from '../../src/bundle/manifest.ts';
import { zipped } from '../../src/bundle/zip.ts';
import { runReport, report } from '../../src/app/report/operation.ts';
import type { Host } from '../../src/app/operation.ts';
import { worldOf } from '../../src/app/doctor/examining.ts';
import { readFlags } from '../../src/cli/flags.ts';
import { isObject } from '../../src/core/json.ts';
import { startSimulator } from '../../src/simulator/index.ts';
import { outputComplaints } from '../schemas.ts';
import { testHost } from '../test-host.ts';
import { incidentOf, unanswered, type FailingCall } from './incidents.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'faultline-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
});

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with its words in the test's folder, on this machine. */
async function run(words: readonly string[], env: Host['env'] = {}): Promise<Ended> {
  const { host, output } = testHost('');
  let err = '';
  const here: Host = { ...host, cwd: folder, env, err: (text) => (err += text) };
  const code = await runReport(readFlags(report, words), here, worldOf(here));
  return { code, out: output(), err };
}

function keep(call: FailingCall = {}): string {
  writeFileSync(join(folder, 'incident.json'), JSON.stringify(incidentOf(call)));
  return 'incident.json';
}

function fileText(name: string): string {
  return readFileSync(join(folder, 'r', name), 'utf8');
}

const all = [
  'environment.json',
  'exchange.http',
  'incident.json',
  'manifest.json',
  'report.html',
  'report.md',
  'report.png',
  'report.svg',
  'request.json',
  'request.py',
  'request.sh',
  'request.ts',
  'steps.json',
  'verdict.json',
];

test('a report holds everything, and every file has the hash that the manifest says', async () => {
  const { code, out } = await run([keep(), '--out', 'r']);
  expect(code).toBe(0);
  expect(out).toContain('Look through report.md before you send it.');
  expect(readdirSync(join(folder, 'r')).toSorted()).toEqual(all);
  const manifest: unknown = JSON.parse(fileText('manifest.json'));
  const files = isObject(manifest) && Array.isArray(manifest.files) ? manifest.files : [];
  expect(files).toHaveLength(all.length - 1);
  for (const file of files)
    if (isObject(file)) expect(sha256(readFileSync(join(folder, 'r', String(file.path))))).toBe(file.sha256);
});

test('the text says what support asks for, and what is missing', async () => {
  await run([keep(), '--out', 'r', '--plan', 'Scale', '--tried', 'other-network=fails too', '--tried', 'VPN off=same']);
  const text = fileText('report.md');
  for (const said of [
    '# A tool call was left without its result',
    '| Request id | req_011CReport1 |',
    '| Organization id | 5e6a7b8c-0000-4000-8000-000000000001 |',
    '| UTC | 2026-11-25T10:11:12.345Z |',
    '| Plan (as the reporter says) | Scale |',
    '| Client, as it says itself | Anthropic/JS 1.14.0 js |',
    '| On another network | fails too | the reporter |',
    '| VPN off | same | the reporter |',
    'tool-result-missing at messages.1',
    'The same failure. | Faultline |',
    '| Outcome in a clean profile |',
  ])
    expect(text).toContain(said);
  expect(text).not.toContain('| Outcome on another network |');
});

test('without --share=all no word of the request is in it, and its request still fails in the same way', async () => {
  await run([keep(), '--out', 'r']);
  const everything = all.map((name) => fileText(name)).join('\n');
  expect(everything).not.toMatch(/private code|pay\(\)|Umbrella|customer_city|Raccoon|Arklay/);
  expect(fileText('report.md')).toContain('`request.json` is the smallest request that fails in the same way.');
  await run([keep(), '--out', 'whole', '--share', 'all']);
  expect(readFileSync(join(folder, 'whole', 'incident.json'), 'utf8')).toContain('Raccoon City');
});

test('a request that no rule refuses is kept in its structure, so that it can be sent again and says nothing', async () => {
  const answer = { type: 'error', error: { type: 'api_error', message: 'Internal server error' } };
  const body = { ...unanswered, messages: unanswered.messages.slice(0, 1) };
  await run([keep({ body, status: 500, answer }), '--out', 'r']);
  expect(all.map((name) => fileText(name)).join('\n')).not.toMatch(
    /private code|Umbrella|customer_city|Raccoon|Arklay/,
  );
  expect(fileText('request.json')).toContain('"required": [\n          "field_1"');
  expect(fileText('report.md')).toContain(
    '| Checked the structure of the request against the rules of the API, offline | no rule is broken. No failure. |',
  );
});

test('the page loads nothing, runs nothing, and shows what others wrote as text', async () => {
  const hostile = '<img src=x onerror=alert(1)><script>fetch("https://evil.example")</script>';
  const answer = { type: 'error', error: { type: 'invalid_request_error', message: `messages.0: ${hostile}` } };
  await run([keep({ answer }), '--out', 'r']);
  for (const name of ['report.html', 'report.svg']) {
    const page = fileText(name);
    expect(page).not.toMatch(/<(?:script|img|link|iframe|object)\b|<[^>]*\s(?:src|href|on\w+)=/i);
    expect(page).toContain('&lt;img src=x');
  }
  expect(fileText('report.html')).toMatch(/default-src 'none'; style-src 'sha256-[\w+/]{43}='/);
  expect(fileText('report.md')).not.toMatch(/^(?!```|\{).*<img/m);
});

test('--preview prints every file and writes nothing', async () => {
  const { code, out, err } = await run([keep(), '--preview']);
  expect(code).toBe(0);
  for (const name of all) expect(out).toContain(`── ${name} (`);
  expect(out).toContain('"tool_use_id"');
  expect(err).toContain('nothing was written');
  expect(readdirSync(folder)).toEqual(['incident.json']);
});

test('a word that is to be hidden is in no file, and nothing that is there is written over', async () => {
  await run([keep(), '--out', 'r', '--share', 'all', '--redact', 'raccoon city']);
  expect(all.map((name) => fileText(name)).join('\n')).not.toContain('Raccoon City');
  expect(fileText('incident.json')).toContain('[redacted word');
  await expect(run([keep(), '--out', 'r'])).rejects.toMatchObject({ code: 'output-exists' });
  writeFileSync(join(folder, 'there.zip'), 'mine');
  await expect(run([keep(), '--out', 'there.zip'])).rejects.toMatchObject({ code: 'output-exists' });
  expect(readFileSync(join(folder, 'there.zip'), 'utf8')).toBe('mine');
  expect(readdirSync(folder).toSorted()).toEqual(['incident.json', 'r', 'there.zip']);
});

test('the checks of a doctor run can be handed in', async () => {
  const probe = {
    id: 'tcp-connection',
    asks: 'Does a port answer?',
    cost: 'free-call',
    mark: 'fine',
    said: 'It does.',
  };
  const examination = {
    kind: 'examination',
    outcome: 'none',
    headline: 'Nothing was found.',
    conclusions: [],
    findings: [],
    unexplained: [],
    probes: [{ ...probe, tookMs: 12, notes: [], causes: [], ruledOut: ['connection-refused'] }],
    ruledOut: [{ cause: 'connection-refused', title: 'Refused', probe: 'tcp-connection' }],
    notTested: [],
    target: { baseUrl: 'https://api.anthropic.com', platform: 'direct' },
    spent: { requests: 1, tokens: 0, seconds: 1 },
    budget: { requests: 9, tokens: 0, seconds: 9 },
  };
  writeFileSync(join(folder, 'doctor.json'), JSON.stringify(examination));
  await run([keep(), '--out', 'r', '--doctor=doctor.json']);
  expect(fileText('report.md')).toContain('| fine | tcp-connection | 12 ms | It does. |');
  expect(fileText('report.md')).toContain('By the check `tcp-connection`: `connection-refused`.');
  expect(readdirSync(join(folder, 'r'))).toContain('doctor.json');
  await expect(run([keep(), '--out', 'r2', '--doctor=incident.json'])).rejects.toMatchObject({
    code: 'examination-missing',
  });
});

describe('calls without a request that can be shown', () => {
  const cases: readonly (readonly [string, FailingCall, RegExp])[] = [
    ['a body that is no JSON', { body: '{"model": "claude-sonnet-5", ' }, /no JSON object/],
    [
      'an answer that is a page',
      { status: 403, answer: '<html><title>Blocked</title>Zscaler</html>' },
      /request\.json/,
    ],
    [
      'an overload',
      {
        status: 529,
        body: { model: 'claude-sonnet-5', max_tokens: 9, messages: [{ role: 'user', content: 'Hi' }] },
        answer: { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
      },
      /No failure/,
    ],
  ];
  test.each(cases)('%s', async (_, call, said) => {
    expect((await run([keep(call), '--out', 'r'])).code).toBe(0);
    expect(fileText('report.md')).toMatch(said);
  });
});

describe('opening', () => {
  test('a report says that it is whole, what it means today, and how its request ends here', async () => {
    await run([keep(), '--out', 'r.zip']);
    const { code, out } = await run(['--open', 'r.zip']);
    expect(code).toBe(0);
    expect(out).toContain('every file is as it was made');
    expect(out).toContain('found the same cause');
    expect(out).toContain('checker: 400 invalid_request_error');
    expect(out).toContain('The same system, versions and settings.');
    const json: unknown = JSON.parse((await run(['--open', 'r.zip', '--json'])).out);
    expect(json).toMatchObject({ kind: 'opened-report', changes: [], was: 'tool-result-missing' });
    expect(outputComplaints('report', json)).toEqual([]);
    const written: unknown = JSON.parse((await run([keep(), '--out', 'again', '--json'])).out);
    expect(outputComplaints('report', written)).toEqual([]);
  });

  test('a report that was changed says where', async () => {
    await run([keep(), '--out', 'r']);
    writeFileSync(join(folder, 'r', 'report.md'), 'all is well');
    writeFileSync(join(folder, 'r', 'extra.txt'), '');
    rmSync(join(folder, 'r', 'report.svg'));
    const { code, out } = await run(['--open', 'r']);
    expect(code).toBe(1);
    expect(out).toContain('report.md was changed.');
    expect(out).toContain('extra.txt was added.');
    expect(out).toContain('report.svg is missing.');
  });

  test('what somebody else made cannot read other files, fill the memory or steer the terminal', async () => {
    await run([keep(), '--out', 'r']);
    const incident = fileText('incident.json');
    const manifest = fileText('manifest.json');
    symlinkSync('/etc/passwd', join(folder, 'r', 'linked.txt'));
    expect((await run(['--open', 'r'])).out).not.toContain('linked');
    const refused = async (name: string, files: Readonly<Record<string, string>>): Promise<void> => {
      const entries = Object.entries(files).map(([path, text]) => ({ path, bytes: Buffer.from(text) }));
      writeFileSync(join(folder, name), zipped(entries, 0));
      await expect(run(['--open', name])).rejects.toMatchObject({ name: 'FaultlineError' });
    };
    await refused('up.zip', { '../manifest.json': manifest, '../incident.json': incident });
    await refused('absolute.zip', { '/tmp/manifest.json': manifest });
    await refused('none.zip', { 'manifest.json': '{}' });
    await refused('broken.zip', { 'manifest.json': manifest, 'incident.json': '{"id":"inc_1"}' });
    await refused('deep.zip', { 'manifest.json': '['.repeat(100_000), 'incident.json': incident });
    writeFileSync(join(folder, 'r', 'incident.json'), incident.replaceAll('claude-sonnet-5', String.raw`a\u001b[2Jb`));
    const { out } = await run(['--open', 'r']);
    expect(out.replaceAll('\n', '')).not.toMatch(/[\u0000-\u001f]/);
  });

  test('the key goes to where this environment points, and never to where a report points', async () => {
    const simulator = await startSimulator();
    onTestFinished(async () => simulator.stop());
    await run([keep({ upstream: 'https://evil.example' }), '--out', 'r']);
    const { code, out, err } = await run(['--open', 'r', '--live'], simulator.env);
    expect(err).toContain(`sends the request to ${simulator.url} with the key in ANTHROPIC_API_KEY`);
    expect(out).toContain('live call: 400 invalid_request_error');
    expect(code).toBe(1);
    expect(simulator.calls).toHaveLength(1);
    const none = await run(['--open', 'r', '--live', '--budget', 'requests=0'], simulator.env);
    expect(none.err).toContain('does not send');
    expect(none.code).toBe(4);
    expect(simulator.calls).toHaveLength(1);
  });
});

test('what cannot be used says how it can', async () => {
  await expect(run([])).rejects.toMatchObject({ code: 'operand-missing' });
  await expect(run(['nowhere.json'])).rejects.toMatchObject({ code: 'incident-missing' });
  writeFileSync(join(folder, 'request.json'), JSON.stringify(unanswered));
  await expect(run(['request.json'])).rejects.toMatchObject({ code: 'incident-missing' });
  await expect(run(['--open', 'nowhere'])).rejects.toMatchObject({ code: 'input-missing' });
  await expect(run([keep(), '--tried', 'other-network'])).rejects.toMatchObject({ code: 'option-invalid' });
  mkdirSync(join(folder, 'empty'));
  await expect(run(['--open', 'empty'])).rejects.toMatchObject({ code: 'report-unreadable' });
});
