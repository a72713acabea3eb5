/**
 * How many requests a second of one core each server answers: the least that a server can do, the simulator with its
 * full judgement, and the mock servers that people use in the API's place, which npm installs into a temporary folder for
 * this run. Run: node bench/simulator.ts. The load comes from this process, each server is a process of its own. What
 * counts are the answers in one second of the server's own CPU time, in the best of some rounds: what one core does, however
 * busy the machine is.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { startSimulator } from '../src/simulator/index.ts';
import { load } from './load.ts';
import { peers } from './peers/index.ts';
import { install, type Peer } from './peers/peer.ts';

const connections = 32;
const rounds = 6;
const secondsOfRound = 1;
/** Answers after which the code of a server is compiled, however busy the machine is, and the time that this may take. */
const warmUp = { answers: 20_000, seconds: 10 };
const goal = { perCpuSecond: 5000 };

const body = JSON.stringify({
  model: 'claude-sonnet-5',
  max_tokens: 256,
  messages: [{ role: 'user', content: 'Which rivers flow through Vienna?' }],
});

const wire = Buffer.from(
  [
    'POST /v1/messages HTTP/1.1',
    'host: 127.0.0.1',
    'content-type: application/json',
    `content-length: ${body.length}`,
    'anthropic-version: 2023-06-01',
    'x-api-key: any',
    '',
    body,
  ].join('\r\n'),
);

const [, , part, ...rest] = process.argv;
if (part === 'bare') await serveBare();
else if (part === 'simulator') serveAt((await startSimulator()).port);
else if (part === 'program') await serveProgram(rest);
else await compare();

/** The least that a server can do: read the body, parse it, answer with JSON. */
async function serveBare(): Promise<void> {
  const answer = JSON.stringify({ type: 'message', content: [{ type: 'text', text: 'Danube and Wien.' }] });
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming
      .on('data', (chunk: Buffer) => chunks.push(chunk))
      .on('end', () => {
        JSON.parse(Buffer.concat(chunks).toString());
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
      });
  });
  serveAt(await listening(server));
}

/** A program of somebody else, unchanged, in this process, so that its CPU time can be asked for. */
async function serveProgram([program = '', port = '0', ...args]: readonly string[]): Promise<void> {
  process.argv.splice(1, Infinity, program, ...args);
  await import(pathToFileURL(program).href);
  serveAt(Number(port));
}

async function compare(): Promise<void> {
  const bare = await measure(['bare']);
  const simulator = await measure(['simulator']);
  tell('bare node:http', bare, 'parses the body');
  tell('faultline simulate', simulator, 'judges by every rule');
  const folder = await mkdtemp(join(tmpdir(), 'faultline-bench-'));
  try {
    for (const peer of peers) await comparePeer(peer, join(folder, peer.name), simulator);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(`a validated request costs ${(bare.perCpuSecond / simulator.perCpuSecond).toFixed(1)} bare ones`);
  const isMet = simulator.perCpuSecond >= goal.perCpuSecond;
  console.log(`${isMet ? 'met   ' : 'MISSED'} at least ${goal.perCpuSecond} validated requests a second of one core`);
  if (!isMet) process.exitCode = 1;
}

/** A peer that cannot be installed or started is said to be absent; the rest is measured all the same. */
async function comparePeer(peer: Peer, folder: string, simulator: Speed): Promise<void> {
  await mkdir(folder);
  const file = (name: string): string => join(folder, name);
  for (const [name, content] of Object.entries(peer.files)) await writeFile(file(name), JSON.stringify(content));
  const installed = await install(peer, folder);
  const name = `${peer.name} ${peer.version}`;
  if (installed.kind === 'absent') {
    console.log(`${name.padEnd(20)} absent: ${installed.because}`);
    return;
  }
  const port = await freePort();
  const speed = await measure(['program', installed.program, String(port), ...peer.args(port, file)]).catch(
    (error: unknown) => error,
  );
  if (!isSpeed(speed)) {
    console.log(`${name.padEnd(20)} absent: it could not be measured (${String(speed)})`);
    return;
  }
  tell(name, speed, peer.judges);
  console.log(
    `${''.padEnd(20)} faultline simulate answers ${(simulator.perCpuSecond / speed.perCpuSecond).toFixed(1)} times as many`,
  );
}

interface Speed {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

function isSpeed(value: unknown): value is Speed {
  return typeof value === 'object' && value !== null && 'perCpuSecond' in value;
}

function tell(name: string, { perSecond, perCpuSecond }: Speed, does: string): void {
  console.log(
    `${name.padEnd(20)} ${Math.round(perSecond)} requests a second here, ${Math.round(perCpuSecond)} a second of one core (${does})`,
  );
}

async function measure(args: readonly string[]): Promise<Speed> {
  const child = spawn(process.execPath, [import.meta.filename, ...args], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  try {
    const port = await answerOf(child);
    await untilOpen(port);
    const warmUntil = performance.now() + warmUp.seconds * 1000;
    for (let warm = 0; warm < warmUp.answers && performance.now() < warmUntil;)
      warm += await load({ port, wire, connections, seconds: 1 });
    let best: Speed = { perSecond: 0, perCpuSecond: 0 };
    for (let round = 0; round < rounds; round++) {
      const speed = await measureRound(child, port);
      if (speed.perCpuSecond > best.perCpuSecond) best = speed;
    }
    return best;
  } finally {
    child.kill();
  }
}

async function measureRound(child: ChildProcess, port: number): Promise<Speed> {
  const before = await cpuOf(child);
  const answered = await load({ port, wire, connections, seconds: secondsOfRound });
  const cpuSeconds = ((await cpuOf(child)) - before) / 1e6;
  return { perSecond: answered / secondsOfRound, perCpuSecond: answered / cpuSeconds };
}

/** Microseconds of CPU time that a server has used. */
async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  return answerOf(child);
}

/** The next number that a server says: its port first, then its CPU time whenever it is asked. */
function answerOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    const lost = (): void => reject(new Error('The server ended before it was measured.'));
    child.once('exit', lost);
    child.once('message', (value) => {
      child.removeListener('exit', lost);
      resolve(Number(value));
    });
  });
}

function serveAt(port: number): void {
  process.send?.(port);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
  });
}

async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  server.close();
  await once(server, 'close');
  return port;
}

/** A program of somebody else says nothing when it listens. */
async function untilOpen(port: number): Promise<void> {
  for (const deadline = performance.now() + 20_000; performance.now() < deadline;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => resolve(true));
      socket.once('error', () => resolve(false));
      socket.once('close', () => resolve(false));
      socket.once('connect', () => socket.destroy());
    });
    if (isOpen) return;
    await new Promise((resolve) => void setTimeout(resolve, 50));
  }
  throw new Error('The server did not begin to listen.');
}
