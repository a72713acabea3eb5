import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { startSimulator } from '../src/simulator/index.ts';

// Run: node bench/simulator.ts. The load comes from this process, each server is a process of its own on another core.
const connections = 32;
const seconds = 4;
const warmUpSeconds = 1;
const goal = { perSecond: 5000 };

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
const okay = Buffer.from('HTTP/1.1 200');
const closingBrace = '}'.charCodeAt(0);

if (process.argv[2] === 'bare') await serveBare();
else if (process.argv[2] === 'simulator') await serveSimulator();
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
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  console.log(typeof address === 'object' && address ? address.port : '');
}

async function serveSimulator(): Promise<void> {
  console.log((await startSimulator()).port);
}

async function compare(): Promise<void> {
  const bare = await measure('bare');
  const simulator = await measure('simulator');
  console.log(`bare node:http       ${Math.round(bare)} requests a second`);
  console.log(
    `faultline simulate   ${Math.round(simulator)} requests a second, ${(simulator / bare).toFixed(2)} of it`,
  );
  console.log(
    `${simulator >= goal.perSecond ? 'met   ' : 'MISSED'} at least ${goal.perSecond} validated requests a second`,
  );
  if (simulator < goal.perSecond) process.exitCode = 1;
}

async function measure(which: 'bare' | 'simulator'): Promise<number> {
  const child = spawn(process.execPath, [import.meta.filename, which], { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const port = await portOf(child);
    await load(port, warmUpSeconds);
    return (await load(port, seconds)) / seconds;
  } finally {
    child.kill();
  }
}

function portOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (data: Buffer) => resolve(Number(data.toString())));
    child.once('exit', () => reject(new Error('The server ended before it was measured.')));
  });
}

/** Keeps every connection busy for a while, and counts the answers. Plain sockets, so that the load costs little itself. */
async function load(port: number, during: number): Promise<number> {
  const end = performance.now() + during * 1000;
  const counts = await Promise.all(Array.from({ length: connections }, () => drive(port, end)));
  return counts.reduce((sum, count) => sum + count, 0);
}

function drive(port: number, end: number): Promise<number> {
  return new Promise((resolve, reject) => {
    let answered = 0;
    const socket = connect(port, '127.0.0.1', () => socket.write(wire));
    socket.setNoDelay(true);
    // Every answer fits one packet and ends in the brace of its JSON.
    socket.on('data', (data: Buffer) => {
      if (data.at(-1) !== closingBrace) return;
      if (!data.subarray(0, 12).equals(okay)) {
        reject(new Error(`The server answered ${data.toString('latin1').slice(0, 200)}`));
        return;
      }
      answered++;
      if (performance.now() < end) socket.write(wire);
      else socket.end(() => resolve(answered));
    });
    socket.on('error', reject);
  });
}
