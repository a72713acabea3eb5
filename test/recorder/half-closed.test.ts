import { connect, type Socket } from 'node:net';
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { deferred } from '../../src/app/recorder/deferred.ts';
import { recorderBefore, serverThat, tcpServerThat, tlsServerThat } from './wire.ts';

/** Sends bytes, ends its own side as `nc -N` does, and gives back all that comes. */
function halfCall(url: string, text: string): Promise<string> {
  const { hostname, port, host } = new URL(url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  socket.end(text.replaceAll('HOST', host));
  let got = '';
  socket.on('data', (piece) => (got += String(piece))).on('error', () => socket.destroy());
  return new Promise((resolve) => void socket.on('close', () => resolve(got)));
}

/** A server that answers when it is told that no more will come, and does not end connections by itself. */
function patientServer(answer: (asked: string, socket: Socket) => void): Promise<string> {
  return tcpServerThat((socket) => {
    let asked = '';
    socket.allowHalfOpen = true;
    socket.on('data', (piece) => (asked += String(piece)));
    socket.on('end', () => setImmediate(() => answer(asked, socket)));
  });
}

/** Far from any time that the recorder could wait for; a busy machine takes its own. */
const atOnceMs = 500;

const ask = 'GET /first HTTP/1.1\r\nHost: HOST\r\n\r\n';
const ok = (text: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${text.length}\r\n\r\n${text}`;

test.each([
  ['a request', ask],
  ['a body that breaks off', 'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 100\r\n\r\nhalf'],
  ['chunks that break off', 'POST / HTTP/1.1\r\nHost: HOST\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'],
])('a caller that ends its side behind %s gets what a direct one gets', async (_, text) => {
  const asked: string[] = [];
  const url = await patientServer((whole, socket) => {
    asked.push(whole.replace(/Host: .*/, ''));
    socket.end(ok('Donau'));
  });
  const recorder = await recorderBefore(url);
  expect(await halfCall(url, text)).toBe(ok('Donau'));
  expect(await halfCall(recorder.url, text)).toBe(ok('Donau'));
  expect(asked[1]).toBe(asked[0]);
});

test('two requests and an end behind them are both answered, each in its turn', async () => {
  const url = await tcpServerThat((socket) => {
    socket.allowHalfOpen = true;
    socket.on('data', (piece) => {
      for (const [, path = ''] of String(piece).matchAll(/GET (\S+)/g)) socket.write(ok(path));
    });
    socket.on('end', () => socket.end());
  });
  const recorder = await recorderBefore(url);
  const text = `${ask}${ask.replace('first', 'second')}`;
  expect(await halfCall(recorder.url, text)).toBe(`${ok('/first')}${ok('/second')}`);
});

test('the connection ends behind the answer, also where the upstream leaves its side open', async () => {
  const url = await patientServer((_, socket) => socket.write(ok('Donau')));
  const recorder = await recorderBefore(url);
  expect(await halfCall(recorder.url, ask)).toBe(ok('Donau'));
  expect((await recorder.next()).ending).toEqual({ kind: 'complete' });
});

test('an upstream that gives up with its caller is not to blame', async () => {
  const { url } = await serverThat(() => {
    // As most servers, this one takes the end of one side for the end of all.
  });
  const recorder = await recorderBefore(url);
  expect(await halfCall(url, ask)).toBe('');
  expect(await halfCall(recorder.url, ask)).toBe('');
  expect((await recorder.next()).ending).toEqual({ kind: 'abandoned' });
});

test('an upstream that cannot be reached is, whoever ended his side', async () => {
  const recorder = await recorderBefore('http://127.0.0.1:1');
  expect(await halfCall(recorder.url, ask)).toBe('');
  expect((await recorder.next()).ending).toMatchObject({ kind: 'unanswered', code: 'ECONNREFUSED' });
});

test('who ends his side in the middle of an answer and reads on gets the rest', async () => {
  const begun = deferred<Socket>();
  const url = await tcpServerThat((socket) => {
    socket.allowHalfOpen = true;
    socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nDonau'));
    socket.on('end', () => socket.end(',Wien'));
    begun.resolve(socket);
  });
  const recorder = await recorderBefore(url);
  const { hostname, port, host } = new URL(recorder.url);
  const socket = connect({ port: Number(port), host: hostname, allowHalfOpen: true });
  socket.write(ask.replace('HOST', host));
  let got = '';
  socket.on('data', (piece) => {
    got += String(piece);
    if (got.endsWith('Donau')) socket.end();
  });
  await once(socket, 'close');
  expect(got).toMatch(/Donau,Wien$/);
});

/** A recorder before a server with TLS, which takes the end of one side for the end of all, as most do. */
async function recorderBeforeTls(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): ReturnType<typeof recorderBefore> {
  const { port, authorityFile } = await tlsServerThat('localhost', answer);
  return recorderBefore(`https://localhost:${port}`, { env: { SSL_CERT_FILE: authorityFile } });
}

test('an upstream with TLS is not told of the end of a plain caller, and answers', async () => {
  const recorder = await recorderBeforeTls((_, response) => void setImmediate(() => response.end('over TLS')));
  expect(await halfCall(recorder.url, ask)).toMatch(/over TLS/);
  expect((await recorder.next()).ending).toEqual({ kind: 'complete' });
});

test.each(['before its answer', 'in the middle of its answer'])(
  'a caller that goes away %s takes the call over TLS with it, at once',
  async (when) => {
    const begun = deferred<void>();
    const gone = deferred<number>();
    const recorder = await recorderBeforeTls((_, response) => {
      response.on('close', () => gone.resolve(performance.now()));
      if (when !== 'before its answer') response.write('x');
      begun.resolve();
    });
    const stop = new AbortController();
    const answer = fetch(recorder.url, { signal: stop.signal });
    answer.catch(() => undefined);
    await begun.promise;
    if (when !== 'before its answer') await (await answer).body?.getReader().read();
    const at = performance.now();
    stop.abort();
    expect((await gone.promise) - at).toBeLessThan(atOnceMs);
    expect((await recorder.next()).ending).toEqual({ kind: 'abandoned' });
  },
);

test.each(['ends', 'resets'])('a caller that %s while it sends takes the call with it, at once', async (how) => {
  const begun = deferred<void>();
  const gone = deferred<number>();
  const url = await tcpServerThat((socket) => {
    socket.once('data', () => begun.resolve());
    socket.on('close', () => gone.resolve(performance.now()));
  });
  const recorder = await recorderBefore(url);
  const { hostname, port, host } = new URL(recorder.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  socket.write(`POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Length: 100\r\n\r\nhalf`);
  await begun.promise;
  const at = performance.now();
  if (how === 'ends') socket.destroy();
  else socket.resetAndDestroy();
  expect((await gone.promise) - at).toBeLessThan(atOnceMs);
  expect((await recorder.next()).ending).toEqual({ kind: 'abandoned' });
});

test('who has waited in vain and ends his side is told with the time for which he waited', async () => {
  const ended = deferred<Socket>();
  const url = await tcpServerThat((socket) => {
    socket.allowHalfOpen = true;
    socket.on('end', () => ended.resolve(socket)).resume();
  });
  const recorder = await recorderBefore(url);
  const { hostname, port, host } = new URL(recorder.url);
  const began = performance.now();
  const socket = connect(Number(port), hostname);
  socket.end(ask.replace('HOST', host));
  const upstream = await ended.promise;
  const waitedMs = performance.now() - began;
  for (let turn = 0; turn < 3000; turn++) await new Promise((resolve) => setImmediate(resolve));
  upstream.end();
  const { ending, timing } = await recorder.next();
  expect(ending).toEqual({ kind: 'abandoned' });
  expect(timing.endMs).toBeLessThanOrEqual(waitedMs);
});
