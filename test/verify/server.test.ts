import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { certified, kindsOf, nodeCommand, temporaryFolder } from './certified.ts';

const patient = { timeout: 60_000 };

/** A server that makes one call for each request; its first word says what it does when that fails. */
const server = `
  import { createServer } from 'node:http';
  const [, , port, manner] = process.argv;
  const ask = () => fetch(process.env.ANTHROPIC_BASE_URL + '/v1/messages', {
    method: 'POST',
    headers: { 'x-api-key': process.env.ANTHROPIC_API_KEY, 'anthropic-version': '2023-06-01' },
    body: '{"model":"claude-sonnet-5","max_tokens":100,"messages":[{"role":"user","content":"Hello"}]}',
  });
  createServer(async (request, response) => {
    let status;
    if (manner === 'promises') response.writeHead(202).end('We will write to you.');
    try {
      const answer = await ask();
      status = answer.status;
      console.log(answer.status, answer.headers.get('request-id'));
      if (!answer.ok) throw new Error(await answer.text());
      const message = await answer.json();
      if (manner !== 'promises') response.end(message.content[0].text);
    } catch (error) {
      if (manner === 'dies') setTimeout(() => { throw error; });
      else if (manner === 'leaks') response.writeHead(500).end(error.stack);
      else if (manner === 'promises') return;
      else if (manner !== 'hangs' || status !== 401) response.writeHead(503).end('Not now. Please come again.');
    }
  }).listen(Number(port));
`;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => {
    probe.close(resolve);
  });
  return typeof address === 'object' && address ? address.port : 0;
}

const manners: readonly (readonly [manner: string, failing: readonly string[]])[] = [
  ['behaves', []],
  ['promises', []],
  ['dies', ['crash']],
  ['hangs', ['time']],
  ['leaks', ['request-detail', 'upstream-text']],
];

test.each(manners)('a server that %s is told for what it is', patient, async (manner, failing) => {
  const folder = temporaryFolder();
  const port = await freePort();
  writeFileSync(join(folder, 'server.mjs'), server);
  const app = ['--app', nodeCommand('server.mjs', String(port), manner)];
  const trigger = ['--trigger', `http://127.0.0.1:${port}/`, '--timeout', '5', '--scenario', 'unauthorized,safe-error'];
  const { certificate } = await certified([...app, ...trigger], folder);
  expect(kindsOf(certificate, 'fails')).toEqual(failing);
});

test('a command can cause the calls of a server, and what it prints is what users see', patient, async () => {
  const folder = temporaryFolder();
  const port = await freePort();
  writeFileSync(join(folder, 'server.mjs'), server);
  const asking = `fetch('http://127.0.0.1:${port}/').then(async (answer) => console.log(await answer.text()))`;
  const words = [
    '--app',
    nodeCommand('server.mjs', String(port), 'leaks'),
    '--trigger',
    nodeCommand('-e', asking),
    '--scenario',
    'bad-request',
  ];
  const { code, certificate } = await certified(words, folder);
  expect({ code, failing: kindsOf(certificate, 'fails') }).toEqual({
    code: 1,
    failing: ['request-detail', 'upstream-text'],
  });
});

test('a server that cannot be reached leaves everything open', patient, async () => {
  const port = await freePort();
  const words = ['--app', nodeCommand('-e', 'setInterval(() => {}, 1000)'), '--trigger', `http://127.0.0.1:${port}/`];
  const { code, certificate } = await certified([...words, '--timeout', '2']);
  expect({ code, result: certificate.result, runs: certificate.runs.length }).toEqual({
    code: 4,
    result: 'inconclusive',
    runs: 1,
  });
});
