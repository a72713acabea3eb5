import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, createServer, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRecorder } from '../src/app/recorder/recorder.ts';
import { startProxy } from '../src/proxy/proxy.ts';
import { upstreamOf } from '../src/proxy/upstream.ts';

// Run: node bench/proxy.ts. The load comes from this process; upstream and proxies are processes of their own. The
// plain pipe is what a recorder cannot do without: node:http on both sides, and nothing in between.
const goals = { latencyRatio: 1.3, throughputRatio: 1, firstByteMs: 1 };
const rounds = 5;
const callsAlone = 1500;
const secondsTogether = 3;
const connections = 32;
const streams = 200;

const body = JSON.stringify({ model: 'claude-sonnet-5', max_tokens: 64, messages: [{ role: 'user', content: 'Hi' }] });
const answer = JSON.stringify({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  content: [{ type: 'text', text: 'Danube and Wien.' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 12, output_tokens: 9 },
});

const [, , role, upstreamUrl = ''] = process.argv;
if (role === 'upstream') await serveUpstream();
else if (role === 'pipe') await servePipe(upstreamUrl);
else if (role === 'recorder') await serveRecorder(upstreamUrl);
else await compare();

async function serveUpstream(): Promise<void> {
  const event = `event: content_block_delta\ndata: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"word "}}\n\n`;
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => {
      if (incoming.url !== '/stream') {
        response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer);
        return;
      }
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(event);
      setImmediate(() => response.end(event.repeat(200)));
    });
  });
  await listen(server);
}

async function servePipe(upstream: string): Promise<void> {
  const { hostname, port } = new URL(upstream);
  const agent = new Agent({ keepAlive: true });
  const server = createServer((incoming, response) => {
    const options = { agent, hostname, port, method: incoming.method, path: incoming.url, headers: incoming.headers };
    const outgoing = request(options, (got) => {
      response.writeHead(got.statusCode ?? 502, got.headers);
      got.pipe(response);
    });
    incoming.pipe(outgoing);
  });
  await listen(server);
}

async function serveRecorder(upstream: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'faultline-bench-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  process.on('SIGTERM', () => process.exit());
  const recorder = await startRecorder({ folder, withBodies: true }, { onFailure: () => {}, onProblem: console.error });
  const proxy = await startProxy({ upstream: upstreamOf(upstream, {}), onExchange: recorder.take });
  console.log(proxy.url);
}

async function listen(server: ReturnType<typeof createServer>): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
}

async function compare(): Promise<void> {
  const upstream = await start('upstream');
  const pipe = await start('pipe', upstream.url);
  const recorder = await start('recorder', upstream.url);
  const hops = { direct: upstream.url, pipe: pipe.url, recorder: recorder.url };
  for (const url of Object.values(hops)) await latency(url, callsAlone);
  const alone = { direct: [0], pipe: [0], recorder: [0] };
  const together = { direct: [0], pipe: [0], recorder: [0] };
  const first = { direct: [0], pipe: [0], recorder: [0] };
  // Taking turns, so that what else the machine does meets all alike.
  for (let round = 0; round < rounds; round++) {
    for (const hop of ['direct', 'pipe', 'recorder'] as const) {
      alone[hop].push(await latency(hops[hop], callsAlone));
      together[hop].push(await throughput(hops[hop]));
      first[hop].push(await firstByte(hops[hop]));
    }
  }
  const added = { pipe: of(alone.pipe) - of(alone.direct), recorder: of(alone.recorder) - of(alone.direct) };
  const latencyRatio = added.recorder / added.pipe;
  const throughputRatio = of(together.recorder) / of(together.pipe);
  const firstByteMs = of(first.recorder) - of(first.pipe);
  console.log(
    `one connection, p50: direct ${us(of(alone.direct))}, plain pipe ${us(of(alone.pipe))}, recorder ${us(of(alone.recorder))}`,
  );
  console.log(
    `  added ${us(added.recorder)}, ${latencyRatio.toFixed(2)} times the pipe's ${us(added.pipe)} (goal: at most ${goals.latencyRatio})`,
  );
  console.log(
    `${connections} connections: direct ${Math.round(of(together.direct))}/s, plain pipe ${Math.round(of(together.pipe))}/s, recorder ${Math.round(of(together.recorder))}/s`,
  );
  console.log(`  ${throughputRatio.toFixed(2)} times the pipe's (goal: at least ${goals.throughputRatio})`);
  console.log(
    `first byte of a stream: ${firstByteMs.toFixed(2)} ms behind the pipe's (goal: at most ${goals.firstByteMs})`,
  );
  for (const { child } of [upstream, pipe, recorder]) child.kill();
  const isMet =
    latencyRatio <= goals.latencyRatio && throughputRatio >= goals.throughputRatio && firstByteMs <= goals.firstByteMs;
  process.exitCode = isMet ? 0 : 1;
}

/** The middle of what was measured in all rounds; the lists begin with a nought. */
function of(values: readonly number[]): number {
  return middle(values.slice(1));
}

async function start(name: string, ...args: string[]): Promise<{ readonly child: ChildProcess; readonly url: string }> {
  const child = spawn(process.execPath, [import.meta.filename, name, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()));
  });
  return { child, url };
}

/** The middle time of a call on one connection, in microseconds. */
async function latency(url: string, calls: number): Promise<number> {
  const caller = await connected(url);
  const times: number[] = [];
  for (let call = 0; call < calls; call++) {
    const began = performance.now();
    await caller.ask('/v1/messages', answer.slice(-20));
    times.push((performance.now() - began) * 1000);
  }
  caller.socket.destroy();
  return middle(times);
}

/** Calls a second over many connections. */
async function throughput(url: string): Promise<number> {
  const callers = await Promise.all(Array.from({ length: connections }, () => connected(url)));
  const began = performance.now();
  const until = began + secondsTogether * 1000;
  const counts = await Promise.all(
    callers.map(async (caller) => {
      let count = 0;
      for (; performance.now() < until; count++) await caller.ask('/v1/messages', answer.slice(-20));
      caller.socket.destroy();
      return count;
    }),
  );
  return counts.reduce((sum, count) => sum + count, 0) / ((performance.now() - began) / 1000);
}

/** The middle time until the first byte of a stream, in milliseconds. */
async function firstByte(url: string): Promise<number> {
  const caller = await connected(url);
  const times: number[] = [];
  for (let stream = 0; stream < streams; stream++) {
    const began = performance.now();
    times.push((await caller.ask('/stream', '\r\n0\r\n\r\n')) - began);
  }
  caller.socket.destroy();
  return middle(times);
}

interface Caller {
  readonly socket: Socket;
  /** Sends a request, waits until the answer ends as said, and gives back the moment of its first byte. */
  readonly ask: (path: string, end: string) => Promise<number>;
}

async function connected(url: string): Promise<Caller> {
  const { hostname, host, port } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, noDelay: true });
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject));
  return {
    socket,
    ask(path, end) {
      socket.write(
        `POST ${path} HTTP/1.1\r\nHost: ${host}\r\nX-Api-Key: any\r\nAnthropic-Version: 2023-06-01\r\nContent-Type: application/json\r\nX-Stainless-Retry-Count: 0\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
      );
      return new Promise((resolve) => {
        let first: number | undefined;
        let tail = '';
        const take = (piece: Buffer): void => {
          first ??= performance.now();
          tail = (tail + piece.toString('latin1')).slice(-64);
          if (!tail.endsWith(end)) return;
          socket.off('data', take);
          resolve(first);
        };
        socket.on('data', take);
      });
    },
  };
}

function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function us(microseconds: number): string {
  return `${Math.round(microseconds)} us`;
}
