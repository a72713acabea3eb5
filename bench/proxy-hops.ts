import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Agent, createServer, request, type Server } from 'node:http';
import { createRequire } from 'node:module';
import { createServer as createSocketServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepMemoryFlat } from '../src/app/memory.ts';
import { startRecorder } from '../src/app/recorder/recorder.ts';
import { startProxy } from '../src/proxy/proxy.ts';
import { upstreamOf } from '../src/proxy/upstream.ts';
import type { Hop } from './proxy-load.ts';

/** A hop that runs in a process of its own; or why it does not. */
export type Started =
  | { readonly kind: 'running'; readonly hop: Hop; readonly child: ChildProcess }
  | { readonly kind: 'missing'; readonly name: string; readonly because: string };

/** The peers are installed here, and not with the project: they are a measure, and no part of it. */
const peersFolder = join(tmpdir(), 'faultline-bench-peers');

const answer = JSON.stringify({
  id: 'msg_1',
  type: 'message',
  role: 'assistant',
  content: [{ type: 'text', text: 'Danube and Wien.' }],
  stop_reason: 'end_turn',
  usage: { input_tokens: 12, output_tokens: 9 },
});

/** What each process of ours serves, by the name that it is started with. */
const roles: Readonly<Record<string, (upstream: string) => Promise<void>>> = {
  upstream: serveUpstream,
  'plain pipe': servePipe,
  recorder: serveRecorder,
  'http-proxy': serveHttpProxy,
};

if (import.meta.main) await roles[process.argv[2] ?? '']?.(process.argv[3] ?? '');

/** Starts one of our own processes. */
export async function startOwn(name: string, upstream = ''): Promise<Started> {
  if (name === 'http-proxy' && !isInstalled('http-proxy', 'lib/http-proxy.js')) return missing(name, npmHint);
  const child = spawn(process.execPath, ['--disable-warning=DEP0060', import.meta.filename, name, upstream], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => {
    child.stdout.once('data', (line) => resolve(String(line).trim()));
    child.once('exit', () => resolve(''));
  });
  return url === '' ? missing(name, 'it did not start') : { kind: 'running', hop: { name, url }, child };
}

/** Starts mitmproxy as a reverse proxy that keeps nothing. */
export async function startMitmproxy(upstream: string): Promise<Started> {
  const name = 'mitmproxy';
  if (spawnSync('mitmdump', ['--version']).status !== 0)
    return missing(name, '`apt-get install mitmproxy` installs it');
  const port = await freePort();
  const args = ['--mode', `reverse:${upstream}`, '--listen-host', '127.0.0.1', '-p', String(port), '-q'];
  const child = spawn('mitmdump', [...args, '--set', 'stream_large_bodies=1'], { stdio: 'ignore' });
  return once(name, child, { name, url: `http://127.0.0.1:${port}` });
}

/** Starts the gateway of Portkey. */
export async function startPortkey(upstream: string): Promise<Started> {
  const name = 'Portkey gateway';
  const script = 'build/start-server.js';
  if (!isInstalled('@portkey-ai/gateway', script)) return missing(name, npmHint);
  const port = await freePort();
  const folder = join(peersFolder, 'node_modules', '@portkey-ai', 'gateway');
  const child = spawn(process.execPath, [join(folder, script), `--port=${port}`, '--headless'], {
    cwd: folder,
    stdio: 'ignore',
  });
  const headers = { 'x-portkey-provider': 'anthropic', 'x-portkey-custom-host': `${upstream}/v1` };
  return once(name, child, { name, url: `http://127.0.0.1:${port}`, headers });
}

/** Processor time that a process and its threads have taken, in milliseconds; nothing where the system does not say. */
export function processorMs({ pid }: ChildProcess): number | undefined {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    // Clock ticks of a hundredth of a second: user and system.
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return undefined;
  }
}

/** Memory of a process, in MB; nothing where the system does not say. */
export function residentMb({ pid }: ChildProcess): number | undefined {
  try {
    const [, kilobytes] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
  } catch {
    return undefined;
  }
}

const npmHint = 'npm could not install it';

function missing(name: string, because: string): Started {
  return { kind: 'missing', name, because };
}

/** Whether a peer is there; what is not is installed once, without its scripts. */
function isInstalled(name: string, file: string): boolean {
  const path = join(peersFolder, 'node_modules', name, file);
  if (existsSync(path)) return true;
  mkdirSync(peersFolder, { recursive: true });
  if (!existsSync(join(peersFolder, 'package.json'))) writeFileSync(join(peersFolder, 'package.json'), '{}');
  spawnSync('npm', ['install', '--prefix', peersFolder, '--ignore-scripts', '--no-audit', '--no-fund', name], {
    stdio: 'ignore',
    timeout: 300_000,
  });
  return existsSync(path);
}

/** Waits until a server answers. */
async function once(name: string, child: ChildProcess, hop: Hop): Promise<Started> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const isThere = await fetch(hop.url).then(
      () => true,
      () => false,
    );
    if (isThere) return { kind: 'running', hop, child };
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  child.kill();
  return missing(name, 'it did not start within 20 s');
}

async function freePort(): Promise<number> {
  const server = createSocketServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

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

/** What a recorder cannot do without: node:http on both sides, and nothing in between. */
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
  keepMemoryFlat();
  const recorder = await startRecorder({ folder, withBodies: true }, { onFailure: () => {}, onProblem: console.error });
  const { rooms, take } = recorder;
  const proxy = await startProxy({ upstream: upstreamOf(upstream, {}), rooms, onExchange: take });
  console.log(proxy.url);
}

async function serveHttpProxy(upstream: string): Promise<void> {
  const load: unknown = createRequire(join(peersFolder, 'package.json'))('http-proxy');
  const create: unknown = typeof load === 'function' ? Reflect.get(load, 'createProxyServer') : undefined;
  if (typeof create !== 'function') throw new Error('http-proxy has no createProxyServer.');
  const proxy: unknown = Reflect.apply(create, load, [{ target: upstream, agent: new Agent({ keepAlive: true }) }]);
  const web: unknown = typeof proxy === 'object' && proxy !== null ? Reflect.get(proxy, 'web') : undefined;
  if (typeof web !== 'function') throw new Error('http-proxy has no web.');
  await listen(createServer((incoming, response) => void Reflect.apply(web, proxy, [incoming, response])));
}

async function listen(server: Server): Promise<void> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  console.log(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
}
