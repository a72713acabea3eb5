import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isArray, isObject, parsedJson } from '../src/core/json.ts';
import { likenessTo, type Failure } from '../src/experiments/ending.ts';
import { checker } from '../src/experiments/oracles/checker.ts';
import { reduce } from '../src/experiments/reduce/reduce.ts';
import type { Environment, StudiedRequest } from '../src/experiments/request.ts';
import { sessionOf } from '../src/experiments/session.ts';
import { loadRuleExamples } from '../test/check/rule-examples.ts';
import { agentBody } from './bodies.ts';
import { report } from './measure.ts';

// Run: node bench/reduce.ts [how many requests]. Compares `reduce` with C-Vise on the same requests by the same oracle:
// questions asked, time, and what is left. C-Vise is Debian's package `cvise`, run with one process and `--not-c`.

const environment: Environment = { platform: 'direct', day: '2026-11-25' };
const mostMs = 300_000;

interface Case {
  readonly name: string;
  readonly request: StudiedRequest;
  readonly failure: Failure;
}

/** What a reducer came to. */
interface Result {
  readonly probes: number;
  readonly ms: number;
  readonly bytes: number;
  /** It was stopped before it was done. */
  readonly isCut: boolean;
}

const rows = [
  'tr-missing',
  'tu-duplicate',
  'budget-min',
  'doc-media',
  'image-unreadable',
  'strict-recursive',
  'strict-count',
  'user-empty',
];

async function casesOf(most: number): Promise<readonly Case[]> {
  const examples = await loadRuleExamples();
  const bodies: (readonly [string, unknown])[] = [
    ['agent, a result is missing', withoutResult(agentBody({ label: '', turns: 12, resultCharacters: 400 }))],
    ...rows.flatMap((row) => {
      const found = examples.find((one) => one.row === row);
      return found ? [[row, found.breaks.body] as const] : [];
    }),
  ];
  const cases: Case[] = [];
  for (const [name, body] of bodies.slice(0, most)) {
    const text = JSON.stringify(body, undefined, 1);
    const request = { endpoint: '/v1/messages', headers: {}, areHeadersKnown: false, text };
    const failure = await checker.ask(request, environment);
    if (failure.kind === 'failure') cases.push({ name, request, failure });
  }
  return cases;
}

function withoutResult(body: object): object {
  const messages = 'messages' in body && isArray(body.messages) ? body.messages : [];
  return { ...body, messages: messages.filter((_, index) => index !== 8) };
}

/** The bytes of a body without the space between its tokens, which says nothing. */
function bytesOf(text: string): number {
  const body = parsedJson(text);
  return Buffer.byteLength(body === undefined ? text : JSON.stringify(body));
}

async function byFaultline({ request, failure }: Case): Promise<Result> {
  const session = sessionOf({
    budget: { requests: 0, tokens: 0, seconds: 0 },
    pace: { now: () => performance.now(), wait: async () => {} },
  });
  const started = performance.now();
  const reduced = await reduce({ request, environment, oracle: checker, failure, session });
  const ms = performance.now() - started;
  return { probes: reduced.probes + 1, ms, bytes: bytesOf(reduced.request.text), isCut: false };
}

/** The oracle on a port of this machine: it answers `same` where a body fails in the same way, and counts. */
async function serveOracle(cases: readonly Case[]): Promise<{
  readonly port: number;
  readonly counts: Map<string, number>;
  readonly close: () => void;
}> {
  const counts = new Map<string, number>();
  const server = createServer((question, response) => {
    const index = Number(question.url?.slice(1));
    const asked = cases[index];
    let text = '';
    question
      .setEncoding('utf8')
      .on('data', (piece: string) => {
        text += piece;
      })
      .on('end', () => {
        if (!asked) return void response.writeHead(404).end();
        counts.set(asked.name, (counts.get(asked.name) ?? 0) + 1);
        void checker
          .ask({ ...asked.request, text }, environment)
          .then((ending) => response.end(likenessTo(asked.failure, ending)));
      });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const port = isObject(address) ? Number(address.port) : 0;
  return { port, counts, close: () => server.close() };
}

async function byCvise(
  { name, request }: Case,
  index: number,
  port: number,
  counts: Map<string, number>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-cvise-'));
  try {
    writeFileSync(join(folder, 'request.json'), request.text);
    const test = join(folder, 'test.sh');
    writeFileSync(
      test,
      `#!/bin/sh\n[ "$(curl -s --data-binary @request.json http://127.0.0.1:${port}/${index})" = same ]\n`,
    );
    chmodSync(test, 0o755);
    const started = performance.now();
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn('cvise', ['--not-c', '--n', '1', '--tidy', test, 'request.json'], {
        cwd: folder,
        stdio: 'ignore',
        // It works in processes of its own, which are ended with it.
        detached: true,
      });
      const timer = setTimeout(() => {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      }, mostMs);
      child.once('error', () => resolve(null));
      child.once('close', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
    const ms = performance.now() - started;
    const text = readFileSync(join(folder, 'request.json'), 'utf8');
    return { probes: counts.get(name) ?? 0, ms, bytes: bytesOf(text), isCut: code !== 0 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function line(name: string, before: number, { probes, ms, bytes, isCut }: Result): string {
  const cells = [String(probes).padStart(7), `${(ms / 1000).toFixed(2)} s`.padStart(10), String(bytes).padStart(7)];
  return `  ${name.padEnd(12)}${cells.join('')} of ${before} bytes${isCut ? ', stopped' : ''}`;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

const cases = await casesOf(Number(process.argv[2] ?? Infinity));
const hasCvise = spawnSync('cvise', ['--version']).status === 0 && spawnSync('curl', ['--version']).status === 0;
if (!hasCvise) console.log('C-Vise or curl is not installed here: only `reduce` is measured (Debian: cvise, curl).\n');
console.log('                probes      time  bytes left');
const own: Result[] = [];
const others: Result[] = [];
const oracle = await serveOracle(cases);
for (const [index, one] of cases.entries()) {
  const before = bytesOf(one.request.text);
  const result = await byFaultline(one);
  own.push(result);
  console.log(one.name);
  console.log(line('reduce', before, result));
  if (!hasCvise) continue;
  const other = await byCvise(one, index, oracle.port, oracle.counts);
  others.push(other);
  console.log(line('C-Vise', before, other));
}
oracle.close();

report([
  { name: 'probes of reduce, median', value: median(own.map(({ probes }) => probes)), most: 25 },
  { name: 'probes of reduce, the most', value: Math.max(...own.map(({ probes }) => probes)), most: 60 },
  ...(others.length === 0
    ? []
    : [
        { name: 'probes, to C-Vise', value: ratio(({ probes }) => probes), most: 0.5 },
        { name: 'time, to C-Vise', value: ratio(({ ms }) => ms), most: 0.5 },
        { name: 'bytes left, to C-Vise', value: ratio(({ bytes }) => bytes), most: 1.25 },
      ]),
]);

/** The median of our figure by that of C-Vise, over all requests. */
function ratio(figure: (result: Result) => number): number {
  return median(own.map((result, index) => figure(result) / figure(others[index] ?? result)));
}
