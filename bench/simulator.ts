import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { startSimulator } from '../src/simulator/index.ts';

// Run: node bench/simulator.ts. The load comes from this process, each server is a process of its own. What counts are the
// requests that a server answers in one second of its own CPU time: what one core does, however busy the machine is.
const connections = 32;
const seconds = 5;
/** Answers after which the code of a server is compiled, however busy the machine is. */
const warmUpAnswers = 20_000;
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
  serveAt(typeof address === 'object' && address ? address.port : 0);
}

async function serveSimulator(): Promise<void> {
  serveAt((await startSimulator()).port);
}

async function compare(): Promise<void> {
  const bare = await measure('bare');
  const simulator = await measure('simulator');
  tell('bare node:http', bare);
  tell('faultline simulate', simulator);
  console.log(`a validated request costs ${(bare.perCpuSecond / simulator.perCpuSecond).toFixed(1)} bare ones`);
  const isMet = simulator.perCpuSecond >= goal.perCpuSecond;
  console.log(`${isMet ? 'met   ' : 'MISSED'} at least ${goal.perCpuSecond} validated requests a second of one core`);
  if (!isMet) process.exitCode = 1;
}

interface Speed {
  readonly perSecond: number;
  readonly perCpuSecond: number;
}

function tell(name: string, { perSecond, perCpuSecond }: Speed): void {
  console.log(
    `${name.padEnd(20)} ${Math.round(perSecond)} requests a second here, ${Math.round(perCpuSecond)} a second of one core`,
  );
}

async function measure(which: 'bare' | 'simulator'): Promise<Speed> {
  const child = spawn(process.execPath, [import.meta.filename, which], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  try {
    const port = await answerOf(child);
    for (let warm = 0; warm < warmUpAnswers;) warm += await load(port, 1);
    const before = await cpuOf(child);
    const answered = await load(port, seconds);
    const cpuSeconds = ((await cpuOf(child)) - before) / 1e6;
    return { perSecond: answered / seconds, perCpuSecond: answered / cpuSeconds };
  } finally {
    child.kill();
  }
}

/** Microseconds of CPU time that a server has used. */
async function cpuOf(child: ChildProcess): Promise<number> {
  child.send('cpu');
  return answerOf(child);
}

/** The next number that a server says: its port first, then its CPU time whenever it is asked. */
function answerOf(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    child.once('message', (value) => resolve(Number(value)));
    child.once('exit', () => reject(new Error('The server ended before it was measured.')));
  });
}

function serveAt(port: number): void {
  process.send?.(port);
  process.on('message', () => {
    const { user, system } = process.cpuUsage();
    process.send?.(user + system);
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
